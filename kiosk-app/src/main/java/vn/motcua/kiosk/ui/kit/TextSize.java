package vn.motcua.kiosk.ui.kit;

/** How large the letters are. */
public enum TextSize {
  /** ×1. */
  NORMAL(1),
  /** ×1.5. */
  LARGE(1.5),
  /** ×2. */
  LARGEST(2);

  private final double factor;

  TextSize(double factor) {
    this.factor = factor;
  }

  /** 1, 1.5 or 2. */
  public double factor() {
    return factor;
  }

  /** The next larger one; after the largest the normal one. */
  public TextSize next() {
    return values()[(ordinal() + 1) % values().length];
  }

  String styleClass() {
    return "size-" + ordinal();
  }
}
