package vn.motcua.kiosk.dossier;

/**
 * Who is served before others: the old, people with disabilities, pregnant women, who has a small
 * child along, people with merit. Nobody has to prove it to the machine; the officer sees it. It is
 * the usage of one-stop shops, not the text of a law: there are a Luật Người cao tuổi, a Luật Người
 * khuyết tật and a Pháp lệnh Ưu đãi người có công, but whether they give a turn at such a counter,
 * and from which age, could not be confirmed. The centre decides.
 */
public enum TicketPriority {
  /** In the order in which people came. */
  NONE,
  /** 60 years and older. */
  ELDERLY,
  /** Living with a disability, or ill. */
  DISABLED,
  /** Pregnant. */
  PREGNANT,
  /** With a child under 36 months. */
  WITH_CHILD,
  /** With merit to the revolution. */
  MERIT;

  /** Whether this one goes before others. */
  public boolean goesFirst() {
    return this != NONE;
  }
}
