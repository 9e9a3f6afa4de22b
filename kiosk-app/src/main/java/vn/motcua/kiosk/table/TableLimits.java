package vn.motcua.kiosk.table;

/**
 * How much of a strange file is held in memory at most.
 *
 * @param rowChars characters of one row
 * @param columns columns of one row
 * @param depth how deep JSON may be nested
 */
public record TableLimits(int rowChars, int columns, int depth) {
  /** 64 Ki characters, 500 columns, 20 levels. */
  public static final TableLimits USUAL = new TableLimits(1 << 16, 500, 20);

  public TableLimits {
    if (rowChars < 16 || columns < 1 || depth < 2) {
      throw new IllegalArgumentException("limits");
    }
  }
}
