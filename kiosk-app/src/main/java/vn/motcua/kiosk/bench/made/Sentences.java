package vn.motcua.kiosk.bench.made;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences as offices write them: patterns with choices and slots, filled in by chance. */
final class Sentences {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SLOT = Pattern.compile("<(\\w+)>");
  private static final List<String> PATTERNS = read();

  private final Invented invented;

  Sentences(Invented invented) {
    this.invented = invented;
  }

  private static List<String> read() {
    try (InputStream in = Sentences.class.getResourceAsStream("sentences.txt")) {
      if (in == null) {
        throw new IllegalStateException("sentences.txt not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Normalizer.normalize(line.strip(), Normalizer.Form.NFC))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("sentences.txt cannot be read", e);
    }
  }

  String next() {
    String chosen =
        CHOICE
            .matcher(invented.one(PATTERNS))
            .replaceAll(
                m -> Matcher.quoteReplacement(invented.one(List.of(m.group(1).split("\\|")))));
    return SLOT.matcher(chosen).replaceAll(m -> Matcher.quoteReplacement(slot(m.group(1))));
  }

  private String slot(String name) {
    return switch (name) {
      case "name" -> invented.name();
      case "place" -> invented.place();
      case "placename" -> invented.placeName();
      case "province" -> invented.province();
      case "date" -> invented.date();
      case "year" -> Integer.toString(invented.year());
      case "citizen" -> invented.citizen();
      case "phone" -> invented.phone();
      case "code" -> invented.code();
      case "money" -> invented.money();
      case "int" -> Integer.toString(invented.number(11, 500));
      case "digit" -> Integer.toString(invented.number(2, 10));
      case "hour" -> Integer.toString(invented.number(7, 18));
      case "minute" -> Integer.toString(invented.number(10, 60));
      default -> throw new IllegalStateException("no such slot: " + name);
    };
  }
}
