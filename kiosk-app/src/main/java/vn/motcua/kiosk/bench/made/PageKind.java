package vn.motcua.kiosk.bench.made;

/** What a made page is like. */
public enum PageKind {
  /** Running text under the usual heading, grey. */
  LETTER,
  /** Running text with a red stamp and a signature over its end, colour. */
  STAMPED,
  /** Printed labels with dotted leaders, filled in by hand in blue; stamped. */
  FORM,
  /** A table between ruled lines; stamped. */
  TABLE,
  /** Two columns beside each other. */
  COLUMNS,
  /** Print of 8 points, close together. */
  SMALL_PRINT,
  /** Black and white only, as copiers send it, with their dirt. */
  PHOTOCOPY,
  /** Taken by hand on a desk: perspective, a lamp's light, no resolution that could be trusted. */
  PHONE,
  /** An empty back with punch holes, the front shining through. */
  BLANK;

  /** Whether a red stamp is on it. */
  public boolean stamped() {
    return this == STAMPED || this == FORM || this == TABLE;
  }
}
