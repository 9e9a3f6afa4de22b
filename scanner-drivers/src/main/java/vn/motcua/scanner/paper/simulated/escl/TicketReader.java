package vn.motcua.scanner.paper.simulated.escl;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.motcua.scanner.paper.ColourMode;

/** Reads a {@code ScanSettings} document. No DTD, no entities but XML's own five, no depth. */
final class TicketReader {
  private static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 1000;
  private static final int USUAL_DPI = 300;
  private static final int USUAL_COMPRESSION = 10;

  private TicketReader() {}

  /** The document is not one, or asks for what the device does not have. */
  static final class Refused extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String why) {
      super(why);
      this.status = status;
    }

    /** The HTTP status that says so. */
    int status() {
      return status;
    }
  }

  /**
   * Reads what {@code document} asks of {@code model}.
   *
   * @throws Refused with 400 if it is no such document, with 409 if the model lacks what is asked
   */
  static ScanTicket read(byte[] document, EsclModel model) throws Refused {
    Map<String, String> asked = texts(document);
    boolean feeder =
        switch (asked.getOrDefault("InputSource", model.glass() ? "Platen" : "Feeder")) {
          case "Platen" -> need(false, model.glass());
          case "Feeder" -> need(true, model.feeder());
          default -> throw new Refused(409, "InputSource");
        };
    boolean duplex = feeder && flag(asked.getOrDefault("Duplex", "false"));
    need(duplex, model.duplex() || !duplex);
    ColourMode mode = mode(asked.getOrDefault("ColorMode", "RGB24"), model);
    int dpi = number(asked, "XResolution", USUAL_DPI);
    if (number(asked, "YResolution", dpi) != dpi || !model.offers(dpi)) {
      throw new Refused(409, "resolution");
    }
    String mime =
        asked.getOrDefault(
            "DocumentFormatExt", asked.getOrDefault("DocumentFormat", PageForm.JPEG.mime()));
    PageForm form =
        PageForm.ofMime(mime)
            .filter(known -> model.formats().contains(known.mime()))
            .orElseThrow(() -> new Refused(409, "DocumentFormat"));
    int compression = number(asked, "CompressionFactor", USUAL_COMPRESSION);
    if (compression > 100) {
      throw new Refused(409, "CompressionFactor");
    }
    return new ScanTicket(feeder, duplex, mode, dpi, region(asked, feeder), form, compression);
  }

  private static boolean need(boolean value, boolean offered) throws Refused {
    if (!offered) {
      throw new Refused(409, "InputSource");
    }
    return value;
  }

  private static boolean flag(String text) throws Refused {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new Refused(400, "Duplex");
    };
  }

  private static ColourMode mode(String asked, EsclModel model) throws Refused {
    if (!model.modes().contains(asked)) {
      throw new Refused(409, "ColorMode");
    }
    return switch (asked) {
      case "RGB24" -> ColourMode.COLOUR;
      case "Grayscale8" -> ColourMode.GREY;
      default -> ColourMode.BLACK_WHITE;
    };
  }

  private static ScanTicket.Region region(Map<String, String> asked, boolean feeder)
      throws Refused {
    ScanTicket.Region whole = ScanTicket.Region.whole(feeder);
    String units = asked.getOrDefault("ContentRegionUnits", "ThreeHundredthsOfInches");
    if (!units.endsWith("ThreeHundredthsOfInches")) {
      throw new Refused(409, "ContentRegionUnits");
    }
    int x = number(asked, "XOffset", 0);
    int y = number(asked, "YOffset", 0);
    ScanTicket.Region region =
        new ScanTicket.Region(
            x,
            y,
            number(asked, "Width", whole.width() - x),
            number(asked, "Height", whole.height() - y));
    if (!region.within(whole)) {
      throw new Refused(409, "ScanRegion");
    }
    return region;
  }

  private static int number(Map<String, String> asked, String name, int otherwise) throws Refused {
    String text = asked.get(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new Refused(400, name);
    }
    return Integer.parseInt(text);
  }

  /** The texts of the leaves by their local names; of several of a name the first counts. */
  private static Map<String, String> texts(byte[] document) throws Refused {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Map<String, String> texts = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    String root = "";
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new Refused(400, "DTD");
          case XMLStreamConstants.START_ELEMENT -> {
            if (open.isEmpty()) {
              root = in.getLocalName();
            }
            open.push(in.getLocalName());
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            texts.putIfAbsent(open.pop(), text.toString().strip());
            text.setLength(0);
          }
          default -> {
            // Comments and processing instructions say nothing.
          }
        }
        if (open.size() > DEEPEST || text.length() > LONGEST_TEXT) {
          throw new Refused(400, "too deep or too long");
        }
      }
      in.close();
    } catch (XMLStreamException e) {
      throw new Refused(400, "not XML");
    }
    if (!root.equals("ScanSettings")) {
      throw new Refused(400, "not ScanSettings");
    }
    return texts;
  }
}
