package vn.motcua.kiosk.dossier;

/**
 * Who is served before others: the old (Luật Người cao tuổi 39/2009/QH12), people with disabilities
 * (Luật Người khuyết tật 51/2010/QH12), pregnant women, who has a small child along, people with
 * merit (Pháp lệnh 02/2020/UBTVQH14). Nobody has to prove it to the machine; the officer sees it.
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
