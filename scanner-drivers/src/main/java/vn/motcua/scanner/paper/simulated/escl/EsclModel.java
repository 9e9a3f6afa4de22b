package vn.motcua.scanner.paper.simulated.escl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which device is played: what it has, and how its capabilities are written down. Nobody should
 * tune a driver to one of them.
 */
public enum EsclModel {
  /** Glass and a feeder that reads both sides; eSCL 2.63. */
  DUPLEX(true, true, true, "2.63", Form.USUAL),
  /** Glass and a feeder that reads one side. */
  SIMPLEX(true, true, false, "2.63", Form.USUAL),
  /** No glass, both sides. */
  FEEDER_ONLY(false, true, true, "2.85", Form.USUAL),
  /** No feeder. */
  GLASS_ONLY(true, false, false, "2.5", Form.USUAL),
  /** Resolutions as a range with a step instead of a list. */
  RANGED_RESOLUTIONS(true, true, true, "2.63", Form.RANGES),
  /** An early device: eSCL 2.0, no {@code DocumentFormatExt}, no UUID, JPEG only, 75 to 300 dpi. */
  OLD_2_0(true, true, false, "2.0", Form.OLD),
  /** Other prefixes, the usual ones with another meaning, comments. */
  ODD_NAMESPACES(true, true, true, "2.97", Form.ODD),
  /** eSCL's names without a prefix, by a default namespace. */
  DEFAULT_NAMESPACE(true, true, true, "2.97", Form.UNPREFIXED);

  /** How the document is written. */
  enum Form {
    USUAL,
    RANGES,
    OLD,
    ODD,
    UNPREFIXED
  }

  private final boolean glass;
  private final boolean feeder;
  private final boolean duplex;
  private final String version;
  private final Form form;

  EsclModel(boolean glass, boolean feeder, boolean duplex, String version, Form form) {
    this.glass = glass;
    this.feeder = feeder;
    this.duplex = duplex;
    this.version = version;
    this.form = form;
  }

  /** The name for the command line, for example {@code odd-namespaces}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-').replace("2-0", "2.0");
  }

  /** The model of that name. */
  public static Optional<EsclModel> named(String label) {
    for (EsclModel model : values()) {
      if (model.label().equals(label)) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  /** Whether it has glass. */
  public boolean glass() {
    return glass;
  }

  /** Whether it has a feeder. */
  public boolean feeder() {
    return feeder;
  }

  /** Whether its feeder reads both sides. */
  public boolean duplex() {
    return duplex;
  }

  String version() {
    return version;
  }

  Form form() {
    return form;
  }

  /** Dots per inch that it lists; for {@link Form#RANGES} the two ends. */
  List<Integer> resolutions() {
    return switch (form) {
      case RANGES -> List.of(50, 600);
      case OLD -> List.of(75, 150, 300);
      case USUAL, ODD, UNPREFIXED -> List.of(75, 100, 150, 200, 300, 600);
    };
  }

  boolean offers(int dpi) {
    return form == Form.RANGES ? dpi >= 50 && dpi <= 600 : resolutions().contains(dpi);
  }

  /** MIME types of the pictures that it makes. */
  List<String> formats() {
    return form == Form.OLD
        ? List.of(PageForm.JPEG.mime())
        : List.of(PageForm.JPEG.mime(), PageForm.PNG.mime(), PageForm.TIFF.mime());
  }

  /** Colour modes that it offers, in eSCL's words. */
  List<String> modes() {
    return form == Form.OLD
        ? List.of("Grayscale8", "RGB24")
        : List.of("BlackAndWhite1", "Grayscale8", "RGB24");
  }
}
