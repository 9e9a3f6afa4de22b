package vn.motcua.scanner.paper.simulated.escl;

import java.util.List;
import java.util.UUID;

/** Writes {@code ScannerCapabilities} in the ways of different makers. */
final class CapabilitySheet {
  private static final String PWG = "http://www.pwg.org/schemas/2010/12/sm";
  private static final String ESCL = "http://schemas.hp.com/imaging/escl/2011/05/03";

  private final EsclModel model;
  private final String scan;
  private final String pwg;
  private final StringBuilder xml = new StringBuilder(4000);

  private CapabilitySheet(EsclModel model) {
    this.model = model;
    scan =
        switch (model.form()) {
          case ODD -> "ns1:";
          case UNPREFIXED -> "";
          case USUAL, RANGES, OLD -> "scan:";
        };
    pwg = model.form() == EsclModel.Form.ODD ? "ns7:" : "pwg:";
  }

  /** The capabilities of a device with this name. */
  static String of(EsclModel model, String name, UUID uuid, String admin) {
    return new CapabilitySheet(model).write(name, uuid, admin);
  }

  /** Capabilities that only a careless reader reads to their end. */
  static String bomb() {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE b [\n");
    bomb.append("<!ENTITY e0 \"scanner scanner \">\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d \"&e%d;&e%d;&e%d;\">%n".formatted(i, i - 1, i - 1, i - 1));
    }
    return bomb.append("]>\n<scan:ScannerCapabilities xmlns:scan=\"" + ESCL + "\" xmlns:pwg=\"")
        .append(PWG)
        .append("\"><pwg:MakeAndModel>&e29;</pwg:MakeAndModel></scan:ScannerCapabilities>\n")
        .toString();
  }

  private String write(String name, UUID uuid, String admin) {
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    boolean odd = model.form() == EsclModel.Form.ODD;
    String prefix = scan.replace(":", "");
    xml.append(odd ? "<!-- Cấu hình máy quét -->\n<" : "<").append(scan);
    xml.append("ScannerCapabilities xmlns").append(prefix.isEmpty() ? "" : ":").append(prefix);
    xml.append("=\"").append(ESCL).append("\" xmlns:").append(pwg.replace(":", ""));
    xml.append("=\"").append(PWG);
    if (odd) {
      xml.append("\" xmlns:scan=\"urn:example:not-escl\">\n");
      xml.append("<scan:Vendor><scan:Platen>none</scan:Platen></scan:Vendor>\n");
    } else {
      xml.append("\">\n");
    }
    leaf(pwg + "Version", model.version());
    leaf(pwg + "MakeAndModel", escaped(name));
    leaf(pwg + "SerialNumber", "SIM000001");
    if (model.form() != EsclModel.Form.OLD) {
      leaf(scan + "UUID", uuid.toString());
      leaf(scan + "AdminURI", escaped(admin));
    }
    if (model.glass()) {
      open("Platen");
      source("PlatenInputCaps", ScanTicket.Region.GLASS);
      close("Platen");
    }
    if (model.feeder()) {
      open("Adf");
      source("AdfSimplexInputCaps", ScanTicket.Region.FEEDER);
      if (model.duplex()) {
        source("AdfDuplexInputCaps", ScanTicket.Region.FEEDER);
      }
      leaf(scan + "FeederCapacity", "50");
      open("AdfOptions");
      leaf(scan + "AdfOption", "DetectPaperLoaded");
      if (model.duplex()) {
        leaf(scan + "AdfOption", "Duplex");
      }
      close("AdfOptions");
      close("Adf");
    }
    if (model.form() != EsclModel.Form.OLD) {
      open("CompressionFactorSupport");
      leaf(scan + "Min", "0");
      leaf(scan + "Max", "100");
      leaf(scan + "Normal", "10");
      leaf(scan + "Step", "1");
      close("CompressionFactorSupport");
    }
    close("ScannerCapabilities");
    return xml.toString();
  }

  private void source(String name, ScanTicket.Region largest) {
    open(name);
    leaf(scan + "MinWidth", Integer.toString(ScanTicket.Region.LEAST));
    leaf(scan + "MaxWidth", Integer.toString(largest.width()));
    leaf(scan + "MinHeight", Integer.toString(ScanTicket.Region.LEAST));
    leaf(scan + "MaxHeight", Integer.toString(largest.height()));
    leaf(scan + "MaxScanRegions", "1");
    open("SettingProfiles");
    open("SettingProfile");
    leaves("ColorModes", scan + "ColorMode", model.modes());
    open("DocumentFormats");
    model.formats().forEach(mime -> leaf(pwg + "DocumentFormat", mime));
    if (model.form() != EsclModel.Form.OLD) {
      model.formats().forEach(mime -> leaf(scan + "DocumentFormatExt", mime));
    }
    close("DocumentFormats");
    resolutions();
    close("SettingProfile");
    close("SettingProfiles");
    leaves("SupportedIntents", scan + "Intent", List.of("Document", "TextAndGraphic", "Photo"));
    int optical = model.resolutions().getLast();
    leaf(scan + "MaxOpticalXResolution", Integer.toString(optical));
    leaf(scan + "MaxOpticalYResolution", Integer.toString(optical));
    close(name);
  }

  private void resolutions() {
    open("SupportedResolutions");
    if (model.form() == EsclModel.Form.RANGES) {
      open("ResolutionRange");
      for (String axis : List.of("XResolutionRange", "YResolutionRange")) {
        open(axis);
        leaf(scan + "Min", Integer.toString(model.resolutions().getFirst()));
        leaf(scan + "Max", Integer.toString(model.resolutions().getLast()));
        leaf(scan + "Normal", "300");
        leaf(scan + "Step", "1");
        close(axis);
      }
      close("ResolutionRange");
    } else {
      open("DiscreteResolutions");
      for (int dpi : model.resolutions()) {
        open("DiscreteResolution");
        leaf(scan + "XResolution", Integer.toString(dpi));
        leaf(scan + "YResolution", Integer.toString(dpi));
        close("DiscreteResolution");
      }
      close("DiscreteResolutions");
    }
    close("SupportedResolutions");
  }

  private void leaves(String around, String name, List<String> texts) {
    open(around);
    texts.forEach(text -> leaf(name, text));
    close(around);
  }

  private void open(String name) {
    xml.append('<').append(scan).append(name).append(">\n");
  }

  private void close(String name) {
    xml.append("</").append(scan).append(name).append(">\n");
  }

  private void leaf(String name, String text) {
    xml.append('<').append(name).append('>').append(text);
    xml.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
