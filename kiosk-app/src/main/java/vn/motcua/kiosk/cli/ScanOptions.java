package vn.motcua.kiosk.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanSettings;

/** How to scan, option by option; what is not said is the usual. */
final class ScanOptions {
  /** Where the paper lies, as people name it. */
  private enum Source {
    FLATBED,
    ADF
  }

  /** Colour modes, as people name them. */
  private enum Mode {
    COLOUR(ColourMode.COLOUR),
    GREY(ColourMode.GREY),
    BW(ColourMode.BLACK_WHITE);

    private final ColourMode colour;

    Mode(ColourMode colour) {
      this.colour = colour;
    }
  }

  @Option(names = "--source", description = "flatbed or adf (default: flatbed; adf with --duplex)")
  private @Nullable Source source;

  @Option(names = "--duplex", description = "both sides of each sheet in the feeder")
  private boolean duplex;

  @Option(names = "--mode", description = "colour, grey or bw (default: colour)")
  private @Nullable Mode mode;

  @Option(names = "--dpi", description = "dots per inch, 50 to 1200 (default: 300)")
  private @Nullable Integer dpi;

  @Option(
      names = "--size",
      description = "whole, A3, A4, A5, card or millimetres like 210x297 (default: whole)")
  private @Nullable String size;

  @Option(names = "--quality", description = "of a JPEG, 1 to 100 (default: 92)")
  private @Nullable Integer quality;

  /** Whether any of them was given. */
  boolean given() {
    return source != null
        || duplex
        || mode != null
        || dpi != null
        || size != null
        || quality != null;
  }

  /**
   * Where the paper lies.
   *
   * @throws IllegalArgumentException if both sides of a glass are asked for
   */
  PaperSource source() {
    if (duplex && source == Source.FLATBED) {
      throw new IllegalArgumentException("--duplex needs the feeder, not --source flatbed");
    }
    return duplex
        ? PaperSource.FEEDER_DUPLEX
        : source == Source.ADF ? PaperSource.FEEDER : PaperSource.FLATBED;
  }

  ColourMode colour() {
    return mode == null ? ColourMode.COLOUR : mode.colour;
  }

  int dpi() {
    return dpi == null ? ScanSettings.ARCHIVE.dpi() : dpi;
  }

  /**
   * How much of the sheet.
   *
   * @throws IllegalArgumentException if it is no size
   */
  PageSize pageSize() {
    return size == null ? PageSize.WHOLE : PageSize.parse(size);
  }

  int quality() {
    return quality == null ? ScanSettings.GOOD_QUALITY : quality;
  }

  /**
   * All of them together.
   *
   * @throws IllegalArgumentException if one is out of its range or they contradict each other
   */
  ScanSettings settings() {
    return new ScanSettings(source(), colour(), dpi(), pageSize().area(), quality());
  }
}
