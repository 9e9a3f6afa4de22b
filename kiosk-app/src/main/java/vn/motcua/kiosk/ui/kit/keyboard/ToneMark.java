package vn.motcua.kiosk.ui.kit.keyboard;

/** The six tones of Vietnamese, in the order in which they are taught. */
public enum ToneMark {
  /** Ngang: no mark. */
  LEVEL(""),
  /** Huyền: à. */
  GRAVE("\u0300"),
  /** Sắc: á. */
  ACUTE("\u0301"),
  /** Hỏi: ả. */
  HOOK("\u0309"),
  /** Ngã: ã. */
  TILDE("\u0303"),
  /** Nặng: ạ. */
  DOT("\u0323");

  private final String combining;

  ToneMark(String combining) {
    this.combining = combining;
  }

  /** The combining character of Unicode that writes it; empty for the level tone. */
  public String combining() {
    return combining;
  }

  /** Only sắc and nặng stand in a syllable that ends in c, ch, p, t (or k); none is a name's. */
  boolean standsBeforeStop() {
    return this == LEVEL || this == ACUTE || this == DOT;
  }
}
