package vn.motcua.kiosk.ui.kit;

/** How large the letters are. */
public enum TextSize {
  /** ×1. */
  NORMAL(1, "size-0"),
  /** ×1.5. */
  LARGE(1.5, "size-1"),
  /** ×2. */
  LARGEST(2, "size-2");

  private final double factor;
  private final String styleClass;

  TextSize(double factor, String styleClass) {
    this.factor = factor;
    this.styleClass = styleClass;
  }

  /** 1, 1.5 or 2. */
  public double factor() {
    return factor;
  }

  /** The next larger one; after the largest the normal one. */
  public TextSize next() {
    return switch (this) {
      case NORMAL -> LARGE;
      case LARGE -> LARGEST;
      case LARGEST -> NORMAL;
    };
  }

  String styleClass() {
    return styleClass;
  }
}
