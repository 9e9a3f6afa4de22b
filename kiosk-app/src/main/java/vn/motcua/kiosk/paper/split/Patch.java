package vn.motcua.kiosk.paper.split;

/**
 * The six patch codes (Kodak A-61599, "Patch Code Information"): four bars, two of them wide, read
 * from the edge of the sheet inwards.
 */
public enum Patch {
  ONE("WWNN"),
  TWO("WNNW"),
  THREE("WNWN"),
  FOUR("NWWN"),
  SIX("NNWW"),
  /** Transfer: the one that separates documents. */
  T("NWNW");

  private final String bars;

  Patch(String bars) {
    this.bars = bars;
  }

  /** W for a wide bar, N for a narrow one, from the edge of the sheet inwards. */
  public String bars() {
    return bars;
  }
}
