package vn.motcua.scanner.paper.escl;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a device's XML. Names are without their prefixes: devices choose them freely, and
 * some forget to declare them.
 *
 * @param name the local name
 * @param profile value of the attribute {@code name} or {@code ref}, empty if there is none
 * @param text its own text, stripped
 * @param children the elements inside, in order
 */
record Xml(String name, String profile, String text, List<Xml> children) {
  /** Bytes of a document. */
  static final int LARGEST = 1 << 20;

  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 20_000;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.-]{1,40})[\"']");

  /** The JDK's own parser, whatever else is on the class path; it never reads a DTD. */
  private static final XMLInputFactory PARSER = parser();

  Xml {
    children = List.copyOf(children);
  }

  private static XMLInputFactory parser() {
    XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
    parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    parser.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    parser.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entity");
    });
    return parser;
  }

  /**
   * Reads a document.
   *
   * @throws NonsenseException if it is not well formed, has a DTD, or is larger, deeper or has more
   *     elements than any device's
   */
  static Xml parse(byte[] document) throws NonsenseException {
    if (document.length > LARGEST) {
      throw new NonsenseException("XML of " + document.length + " bytes");
    }
    try {
      XMLStreamReader reader;
      synchronized (PARSER) {
        reader = PARSER.createXMLStreamReader(new StringReader(decode(document)));
      }
      return read(reader);
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser meets some broken documents with unchecked exceptions.
      throw new NonsenseException("XML that cannot be read", e);
    }
  }

  private static Xml read(XMLStreamReader reader) throws XMLStreamException, NonsenseException {
    Deque<Open> open = new ArrayDeque<>();
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new NonsenseException("XML with a DTD");
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new NonsenseException("XML that is too deep or too rich");
          }
          open.push(new Open(local(reader.getLocalName()), profile(reader)));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.getFirst().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Xml closed = open.pop().close();
          if (open.isEmpty()) {
            return closed; // what some firmware appends behind it is not looked at
          }
          open.getFirst().children.add(closed);
        }
        default -> {
          // comments and processing instructions
        }
      }
    }
    throw new NonsenseException("XML without an element");
  }

  private static String profile(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = local(reader.getAttributeLocalName(i));
      if (name.equals("name") || name.equals("ref")) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  private static final class Open {
    private final String name;
    private final String profile;
    private final StringBuilder text = new StringBuilder();
    private final List<Xml> children = new ArrayList<>();

    Open(String name, String profile) {
      this.name = name;
      this.profile = profile;
    }

    Xml close() {
      return new Xml(name, profile, text.toString().strip(), children);
    }
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /** Byte order mark, else the declaration, else UTF-8; blank space before it is dropped. */
  private static String decode(byte[] document) {
    Charset charset = StandardCharsets.UTF_8;
    if (document.length > 1 && (document[0] & 0xff) == 0xfe && (document[1] & 0xff) == 0xff) {
      charset = StandardCharsets.UTF_16BE;
    } else if (document.length > 1
        && (document[0] & 0xff) == 0xff
        && (document[1] & 0xff) == 0xfe) {
      charset = StandardCharsets.UTF_16LE;
    } else {
      String start =
          new String(document, 0, Math.min(document.length, 300), StandardCharsets.ISO_8859_1);
      Matcher declared = ENCODING.matcher(start.stripLeading());
      if (declared.find()
          && declared.group(1).toLowerCase(Locale.ROOT).matches("iso-8859-1|windows-1252|latin1")) {
        charset = StandardCharsets.ISO_8859_1;
      }
    }
    String text = new String(document, charset);
    int begin = text.indexOf('<');
    return begin > 0 && text.substring(0, begin).replace("\ufeff", "").isBlank()
        ? text.substring(begin)
        : text;
  }

  /** The first child of that name. */
  Optional<Xml> child(String wanted) {
    return children.stream().filter(each -> each.name.equals(wanted)).findFirst();
  }

  /** All children of that name. */
  List<Xml> all(String wanted) {
    return children.stream().filter(each -> each.name.equals(wanted)).toList();
  }

  /** Text of the first child of that name; empty if there is none. */
  String textOf(String wanted) {
    return child(wanted).map(Xml::text).orElse("");
  }

  /** Number in the first child of that name, 0 to a million; {@code otherwise} if there is none. */
  int number(String wanted, int otherwise) {
    String text = textOf(wanted);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }
}
