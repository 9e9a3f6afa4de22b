package vn.motcua.scanner.paper.escl;

import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;

/**
 * What is asked of a device, in its own words. Lengths are 1/300 inch.
 *
 * @param version of eSCL
 * @param intent what it is meant for; empty if the device offers no choice
 * @param format media type
 * @param extended whether the device knows {@code DocumentFormatExt}
 * @param rendering how one bit is made; empty if the device offers no choice
 * @param compression the factor; negative if the device offers no choice
 */
record ScanTicket(
    String version,
    String intent,
    int left,
    int top,
    int width,
    int height,
    String format,
    boolean extended,
    PaperSource source,
    int dpi,
    ColourMode mode,
    String rendering,
    int compression) {
  private static final double UNITS = 300 / 25.4;

  /** What juts out by 3 mm or less is cut off. */
  private static final double TOLERANCE = 3 * UNITS;

  /** A4, for devices that do not say how large they are. */
  private static final int USUAL_WIDTH = 2480;

  private static final int USUAL_HEIGHT = 3508;
  private static final int LARGEST = 100_000;

  /**
   * Finds out how to ask for {@code settings}.
   *
   * @throws FaultException with {@link ScanFault.UnsupportedSetting} for {@code source}, {@code
   *     mode}, {@code format}, {@code dpi} or {@code size}
   */
  static ScanTicket of(EsclCapabilities can, ScanSettings settings, EsclOverride override)
      throws FaultException {
    InputCaps caps = can.sources().get(settings.source());
    if (caps == null || (override.noDuplex() && settings.source() == PaperSource.FEEDER_DUPLEX)) {
      throw unsupported("source");
    }
    ColourMode mode = settings.mode();
    List<InputCaps.Profile> fit = caps.profiles();
    fit = fit.stream().filter(each -> each.modes().contains(mode(mode))).toList();
    require(fit, "mode");
    fit = fit.stream().filter(each -> format(each, mode, override).isPresent()).toList();
    require(fit, "format");
    fit = fit.stream().filter(each -> resolves(each, settings.dpi())).toList();
    require(fit, "dpi");
    InputCaps.Profile profile = fit.getFirst();
    String format = format(profile, mode, override).orElseThrow();
    ScanArea area = settings.area();
    int maxWidth = most(caps.maxWidth(), USUAL_WIDTH);
    int maxHeight = most(caps.maxHeight(), USUAL_HEIGHT);
    int left = corner(area.left(), maxWidth);
    int top = corner(area.top(), maxHeight);
    return new ScanTicket(
        can.version(),
        intent(caps),
        left,
        top,
        side(area.width(), left, caps.minWidth(), maxWidth),
        side(area.height(), top, caps.minHeight(), maxHeight),
        format,
        profile.extended().contains(format),
        settings.source(),
        settings.dpi(),
        mode,
        mode == ColourMode.BLACK_WHITE && profile.renderings().contains("Threshold")
            ? "Threshold"
            : "",
        can.compression() == null || !format.startsWith("image/jp")
            ? -1
            : can.compression().factor(settings.quality()));
  }

  private static boolean resolves(InputCaps.Profile profile, int dpi) {
    return profile.resolutions().equals(Resolutions.NONE) || profile.resolutions().has(dpi);
  }

  private static void require(List<InputCaps.Profile> fit, String setting) throws FaultException {
    if (fit.isEmpty()) {
      throw unsupported(setting);
    }
  }

  private static FaultException unsupported(String setting) {
    return new FaultException(new ScanFault.UnsupportedSetting(setting), setting);
  }

  /** The media type that suits best of those on offer. PDF is none: we could not look into it. */
  static Optional<String> format(
      InputCaps.Profile profile, ColourMode mode, EsclOverride override) {
    boolean png = mode == ColourMode.BLACK_WHITE || override.preferPng();
    List<String> wanted =
        png
            ? List.of("image/png", "image/tiff", "image/jpeg", "image/jpg")
            : List.of("image/jpeg", "image/jpg", "image/png", "image/tiff");
    return wanted.stream().filter(profile::offers).findFirst();
  }

  static String mode(ColourMode mode) {
    return switch (mode) {
      case COLOUR -> "RGB24";
      case GREY -> "Grayscale8";
      case BLACK_WHITE -> "BlackAndWhite1";
    };
  }

  private static String intent(InputCaps caps) {
    return List.of("Document", "TextAndGraphic").stream()
        .filter(caps.intents()::contains)
        .findFirst()
        .orElse("");
  }

  private static int most(int said, int usual) {
    return said < 1 ? usual : Math.min(said, LARGEST);
  }

  private static int corner(double millimetres, int most) throws FaultException {
    int units = (int) Math.round(millimetres * UNITS);
    if (units >= most) {
      throw unsupported("size");
    }
    return units;
  }

  private static int side(double millimetres, int corner, int least, int most)
      throws FaultException {
    int room = most - corner;
    double asked = Double.isInfinite(millimetres) ? room : millimetres * UNITS;
    if (asked > room + TOLERANCE) {
      throw unsupported("size");
    }
    return Math.min(room, Math.max(least, Math.max(1, (int) Math.round(asked))));
  }

  /** {@code ScanSettings} in the order of the schema (Mopria eSCL §7). */
  String xml() {
    StringBuilder xml = start(version);
    leaf(xml, "scan:Intent", intent);
    region(xml);
    leaf(xml, "pwg:DocumentFormat", format);
    leaf(xml, "scan:DocumentFormatExt", extended ? format : "");
    rest(xml);
    leaf(xml, "scan:BinaryRendering", rendering);
    duplex(xml);
    leaf(xml, "scan:CompressionFactor", compression < 0 ? "" : Integer.toString(compression));
    return xml.append("</scan:ScanSettings>").toString();
  }

  /** The least that a device must understand, for one that choked on more. */
  String leastXml() {
    StringBuilder xml = start("2.0");
    region(xml);
    leaf(xml, "pwg:DocumentFormat", format);
    rest(xml);
    duplex(xml);
    return xml.append("</scan:ScanSettings>").toString();
  }

  private static StringBuilder start(String version) {
    // Some servers look for elements by these very prefixes.
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<scan:ScanSettings xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\""
                + " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\">");
    leaf(xml, "pwg:Version", version);
    return xml;
  }

  private void region(StringBuilder xml) {
    xml.append("<pwg:ScanRegions><pwg:ScanRegion>");
    leaf(xml, "pwg:ContentRegionUnits", "escl:ThreeHundredthsOfInches");
    leaf(xml, "pwg:XOffset", Integer.toString(left));
    leaf(xml, "pwg:YOffset", Integer.toString(top));
    leaf(xml, "pwg:Width", Integer.toString(width));
    leaf(xml, "pwg:Height", Integer.toString(height));
    xml.append("</pwg:ScanRegion></pwg:ScanRegions>");
  }

  private void rest(StringBuilder xml) {
    leaf(xml, "pwg:InputSource", source == PaperSource.FLATBED ? "Platen" : "Feeder");
    leaf(xml, "scan:XResolution", Integer.toString(dpi));
    leaf(xml, "scan:YResolution", Integer.toString(dpi));
    leaf(xml, "scan:ColorMode", mode(mode));
  }

  private void duplex(StringBuilder xml) {
    if (source != PaperSource.FLATBED) {
      leaf(xml, "scan:Duplex", Boolean.toString(source == PaperSource.FEEDER_DUPLEX));
    }
  }

  /** All values are ours, numbers, or were matched against plain words: nothing to escape. */
  private static void leaf(StringBuilder xml, String name, String value) {
    if (!value.isEmpty()) {
      xml.append('<').append(name).append('>').append(value);
      xml.append("</").append(name).append('>');
    }
  }
}
