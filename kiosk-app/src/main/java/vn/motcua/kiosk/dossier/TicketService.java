package vn.motcua.kiosk.dossier;

/** What somebody waits for at the centre; each has a series of numbers of its own. */
public enum TicketService {
  /** Papers are handed in. */
  SUBMIT('A'),
  /** A result is fetched. */
  RESULT('B'),
  /** Something is asked. */
  ASK('C');

  private final char series;

  TicketService(char series) {
    this.series = series;
  }

  /** The letter before the number. */
  public char series() {
    return series;
  }
}
