package vn.motcua.scanner.paper;

/**
 * What is asked of a scanner.
 *
 * @param source where the paper lies
 * @param mode what to record
 * @param dpi dots per inch, 50 to 1200; a device that lacks it answers {@link
 *     ScanFault.UnsupportedSetting}
 * @param area which part; what juts out by more than 3 mm is an {@link
 *     ScanFault.UnsupportedSetting}, an infinite side means as much as there is
 * @param quality of a JPEG, 1 to 100, where it is made by the driver or the device lets it be
 *     chosen
 */
public record ScanSettings(
    PaperSource source, ColourMode mode, int dpi, ScanArea area, int quality) {
  /** Fine print and stamps show no artefacts at this quality. */
  public static final int GOOD_QUALITY = 92;

  /** Colour at 300 dpi: NĐ 30/2020 Phụ lục I asks for colour and at least 200 dpi. */
  public static final ScanSettings ARCHIVE =
      new ScanSettings(PaperSource.FEEDER, ColourMode.COLOUR, 300);

  public ScanSettings {
    if (dpi < 50 || dpi > 1200) {
      throw new IllegalArgumentException("dpi: " + dpi);
    }
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality: " + quality);
    }
  }

  /** As much as the device can see, in good quality. */
  public ScanSettings(PaperSource source, ColourMode mode, int dpi) {
    this(source, mode, dpi, ScanArea.WHOLE, GOOD_QUALITY);
  }

  /** The same with another source. */
  public ScanSettings from(PaperSource other) {
    return new ScanSettings(other, mode, dpi, area, quality);
  }

  /** The same with another area. */
  public ScanSettings of(ScanArea other) {
    return new ScanSettings(source, mode, dpi, other, quality);
  }
}
