package vn.motcua.kiosk.ui.kit.keyboard;

/** What letters and digits of a keyboard mean beside themselves. */
public enum TypingMethod {
  /** Letters typed twice and the letters s f r x j z w make the marks. */
  TELEX,
  /** Digits make the marks. */
  VNI,
  /** Every key is itself: names of other peoples, foreign words, addresses of the net. */
  LITERAL
}
