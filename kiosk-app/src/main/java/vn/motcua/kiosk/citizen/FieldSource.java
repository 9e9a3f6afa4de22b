package vn.motcua.kiosk.citizen;

/** Where a field of a citizen comes from, most trustworthy spelling first. */
public enum FieldSource {
  /** The chip's own words, with diacritics (DG13), or what needs none. */
  CHIP,
  /** The printed QR code. */
  QR,
  /** A person. */
  TYPED,
  /** A machine read it on a scanned paper, and a person confirmed it. */
  PAPER,
  /**
   * The chip's machine readable zone (DG1): capital letters without diacritics, perhaps cut off. It
   * names the person, but nobody is to be called by it.
   */
  ZONE
}
