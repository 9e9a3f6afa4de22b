package vn.motcua.scanner.chip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * DG13 of the Vietnamese citizen card. Its layout is not published; what is known is
 *
 * <pre>6D { SEQUENCE { INTEGER 1, OID, SET OF SEQUENCE { INTEGER n, value } } }</pre>
 *
 * so only the inner pairs are relied on: a SEQUENCE of exactly an INTEGER and one value is a field,
 * wherever it stands and in whatever order. Unknown fields are ignored, a repeated one keeps its
 * first value.
 */
final class Dg13Parser {
  private static final int FILE = 0x6D;
  private static final int INTEGER = 0x02;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_TEXT = 512;

  /** Control, format and line characters could reorder or hide what stands on the screen. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

  private static final List<DateTimeFormatter> DATES =
      List.of(strict("dd/MM/uuuu"), strict("ddMMuuuu"), strict("dd-MM-uuuu"), strict("uuuu-MM-dd"));

  private final ReadPurpose purpose;

  /**
   * @param purpose fields that it does not need are not even decoded
   */
  Dg13Parser(ReadPurpose purpose) {
    this.purpose = purpose;
  }

  /**
   * Reads the file.
   *
   * @throws MalformedException if tags, lengths or letters break their rules
   */
  NationalData parse(byte[] file) throws MalformedException {
    Map<Integer, Tlv> fields = new HashMap<>();
    collect(Tlv.single(file, FILE), fields, 0);
    List<String> parents = texts(fields, 13);
    List<String> spouse = texts(fields, 14);
    List<String> tail = new ArrayList<>(texts(fields, 15));
    tail.addAll(texts(fields, 16));
    return new NationalData(
        text(fields, 1).filter(t -> t.matches("[0-9]{12}")),
        text(fields, 2),
        text(fields, 3).flatMap(Dg13Parser::date),
        text(fields, 4),
        text(fields, 5),
        text(fields, 6),
        text(fields, 7),
        text(fields, 8),
        text(fields, 9),
        text(fields, 10),
        text(fields, 11).flatMap(Dg13Parser::date),
        text(fields, 12),
        at(parents, 0),
        at(parents, 1),
        at(spouse, 0),
        tail.stream().filter(t -> t.matches("[0-9]{9}")).findFirst(),
        tail.stream().filter(t -> t.matches("[0-9A-Fa-f]{16}")).findFirst());
  }

  private static void collect(Tlv parent, Map<Integer, Tlv> fields, int depth)
      throws MalformedException {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("objects are nested too deeply");
    }
    List<Tlv> children = parent.children();
    if (parent.tag() == SEQUENCE
        && children.size() == 2
        && children.getFirst().tag() == INTEGER
        && children.getFirst().value().length == 1
        && !isList(children.getLast())) {
      fields.putIfAbsent((int) children.getFirst().value()[0], children.getLast());
      return;
    }
    for (Tlv child : children) {
      if (child.constructed()) {
        collect(child, fields, depth + 1);
      }
    }
  }

  /** Whether this is a list of fields and not the value of one: a set, or sequences in it. */
  private static boolean isList(Tlv value) throws MalformedException {
    return value.tag() == SET
        || (value.constructed() && value.children().stream().anyMatch(c -> c.tag() == SEQUENCE));
  }

  private Optional<String> text(Map<Integer, Tlv> fields, int n) throws MalformedException {
    return texts(fields, n).stream().filter(t -> !t.isEmpty()).findFirst();
  }

  /** The texts of a field in their order; an empty one keeps its place. */
  private List<String> texts(Map<Integer, Tlv> fields, int n) throws MalformedException {
    List<String> found = new ArrayList<>();
    Tlv value = fields.get(n);
    if (value != null && purpose.needs(n)) {
      gather(value, found, 0);
    }
    return found;
  }

  private static void gather(Tlv value, List<String> found, int depth) throws MalformedException {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("objects are nested too deeply");
    }
    if (value.constructed()) {
      for (Tlv child : value.children()) {
        gather(child, found, depth + 1);
      }
      return;
    }
    switch (value.tag()) {
      // Some makers write the letters as plain bytes.
      case 0x04, 0x0C -> found.add(decode(value.value(), StandardCharsets.UTF_8));
      case 0x12, 0x13, 0x16, 0x1A -> found.add(decode(value.value(), StandardCharsets.US_ASCII));
      case 0x1E -> found.add(decode(value.value(), StandardCharsets.UTF_16BE));
      default -> {
        // Not a text (NULL, a number): this field says nothing that we could show.
      }
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws MalformedException {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      // Twice: normalising may make a text three times as long, and a long one costs time.
      String normal = Normalizer.normalize(limited(text), Normalizer.Form.NFC);
      return INVISIBLE.matcher(limited(normal)).replaceAll(" ").strip();
    } catch (CharacterCodingException wrong) {
      throw new MalformedException("a text in another charset than it says", wrong);
    }
  }

  private static String limited(String text) throws MalformedException {
    if (text.length() > MAX_TEXT) {
      throw new MalformedException("a text is too long");
    }
    return text;
  }

  private static Optional<String> at(List<String> texts, int index) {
    return index < texts.size() && !texts.get(index).isEmpty()
        ? Optional.of(texts.get(index))
        : Optional.empty();
  }

  /** A date in one of the forms that are known. */
  static Optional<LocalDate> date(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeParseException another) {
        // Try the next form; an impossible date fits none.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
