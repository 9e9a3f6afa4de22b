package vn.motcua.kiosk.forms;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values into the texts of a template. */
final class Filling {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z#]+)\\}");
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)\\]");

  private Filling() {}

  /**
   * {@code pattern} with its values.
   *
   * @param values the value of a name; empty if there is none
   */
  static String fill(String pattern, UnaryOperator<String> values) {
    Matcher optional = OPTIONAL.matcher(pattern);
    StringBuilder kept = new StringBuilder();
    while (optional.find()) {
      String part = lacks(optional.group(1), values) ? "" : optional.group(1);
      optional.appendReplacement(kept, Matcher.quoteReplacement(part));
    }
    optional.appendTail(kept);
    return put(kept.toString(), values);
  }

  /** Whether {@code pattern} has values and all of them are empty. */
  static boolean isEmpty(String pattern, UnaryOperator<String> values) {
    if (pattern.isBlank()) {
      return true;
    }
    Matcher places = PLACE.matcher(pattern);
    boolean any = false;
    while (places.find()) {
      any = true;
      if (!values.apply(places.group(1)).isBlank()) {
        return false;
      }
    }
    return any;
  }

  private static boolean lacks(String part, UnaryOperator<String> values) {
    Matcher places = PLACE.matcher(part);
    while (places.find()) {
      if (values.apply(places.group(1)).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static String put(String pattern, UnaryOperator<String> values) {
    return PLACE
        .matcher(pattern)
        .replaceAll(place -> Matcher.quoteReplacement(values.apply(place.group(1))));
  }
}
