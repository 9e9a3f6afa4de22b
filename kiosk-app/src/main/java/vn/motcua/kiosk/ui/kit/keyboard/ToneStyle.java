package vn.motcua.kiosk.ui.kit.keyboard;

/** Where the tone stands on oa, oe and uy at the end of a syllable: both are in use. */
public enum ToneStyle {
  /** On the first vowel, as most papers and names have it: hòa, khỏe, thúy. */
  FIRST,
  /** On the main vowel, as schoolbooks have it: hoà, khoẻ, thuý. */
  MAIN;

  /** The other one. */
  public ToneStyle other() {
    return this == FIRST ? MAIN : FIRST;
  }
}
