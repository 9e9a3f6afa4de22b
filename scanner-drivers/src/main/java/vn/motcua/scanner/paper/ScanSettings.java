package vn.motcua.scanner.paper;

/**
 * What is asked of a scanner.
 *
 * @param source where the paper lies
 * @param mode what to record
 * @param dpi dots per inch, 50 to 1200; a device that lacks it answers {@link
 *     ScanFault.UnsupportedSetting}
 */
public record ScanSettings(PaperSource source, ColourMode mode, int dpi) {
  /** Colour at 300 dpi: NĐ 30/2020 Phụ lục I asks for colour and at least 200 dpi. */
  public static final ScanSettings ARCHIVE =
      new ScanSettings(PaperSource.FEEDER, ColourMode.COLOUR, 300);

  public ScanSettings {
    if (dpi < 50 || dpi > 1200) {
      throw new IllegalArgumentException("dpi: " + dpi);
    }
  }

  /** The same with another source. */
  public ScanSettings from(PaperSource other) {
    return new ScanSettings(other, mode, dpi);
  }
}
