package vn.motcua.kiosk.dossier;

/** The five stages that a citizen can see, in their order. */
public enum Stage {
  /** Tiếp nhận. */
  RECEPTION(1),
  /** Thẩm định. */
  APPRAISAL(2),
  /** Phê duyệt. */
  APPROVAL(3),
  /** Ký số. */
  SIGNING(4),
  /** Trả kết quả. */
  RETURN(5);

  private final int number;

  Stage(int number) {
    this.number = number;
  }

  /** 1 for the first to 5 for the last. */
  public int number() {
    return number;
  }

  /** Whether a dossier comes through this stage sooner than through {@code other}. */
  public boolean isBefore(Stage other) {
    return number < other.number;
  }

  /**
   * The stage after this one.
   *
   * @throws IllegalStateException after the last
   */
  public Stage next() {
    return switch (this) {
      case RECEPTION -> APPRAISAL;
      case APPRAISAL -> APPROVAL;
      case APPROVAL -> SIGNING;
      case SIGNING -> RETURN;
      case RETURN -> throw new IllegalStateException("nothing comes after " + this);
    };
  }
}
