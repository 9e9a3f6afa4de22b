package vn.motcua.scanner.paper.sane;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;

/**
 * Recognises the values of the options {@code source} and {@code mode}: the standard leaves their
 * wording to the backends ("ADF", "ADF Front", "Automatic Document Feeder(left aligned)", "24bit
 * Color[Fast]", "True Gray", "Lineart", "Black & White"…).
 */
final class SaneWords {
  private SaneWords() {}

  /** The value to ask for {@code wanted}, if one fits; the plainest if several do. */
  static Optional<String> source(List<String> values, PaperSource wanted) {
    return plainest(
        values,
        value ->
            switch (wanted) {
              case FLATBED -> flatbed(value);
              case FEEDER -> feeder(value) && !duplex(value) && !backOnly(value);
              case FEEDER_DUPLEX -> duplex(value);
            });
  }

  /** The value to ask for {@code wanted}, if one fits; the plainest if several do. */
  static Optional<String> mode(List<String> values, ColourMode wanted) {
    return plainest(
        values,
        value -> {
          String word = lower(value);
          boolean colour = has(word, "color", "colour");
          boolean grey = has(word, "gray", "grey");
          boolean deep = has(word, "48", "16 bit", "16bit", "36", "30 bit");
          return switch (wanted) {
            case COLOUR -> colour && !deep && !has(word, "halftone", "dither");
            case GREY -> grey && !colour && !deep && !has(word, "diffusion", "dither");
            case BLACK_WHITE ->
                !colour
                    && !grey
                    && has(word, "lineart", "line art", "black", "binary", "mono", "b/w", "bw");
          };
        });
  }

  static boolean duplexIn(List<String> values) {
    return values.stream().anyMatch(SaneWords::duplex);
  }

  static boolean duplex(String value) {
    return has(lower(value), "duplex", "both", "double", "two-sid", "2-sid");
  }

  private static boolean flatbed(String value) {
    return has(lower(value), "flatbed", "flat bed", "platen", "glass", "document table", "normal")
        && !feeder(value);
  }

  private static boolean feeder(String value) {
    return has(lower(value), "adf", "feeder", "automatic document", "sheetfed");
  }

  private static boolean backOnly(String value) {
    return has(lower(value), "back", "rear", "card");
  }

  private static boolean has(String word, String... parts) {
    for (String part : parts) {
      if (word.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> plainest(List<String> values, Predicate<String> fits) {
    return values.stream().filter(fits).min(Comparator.comparingInt(String::length));
  }
}
