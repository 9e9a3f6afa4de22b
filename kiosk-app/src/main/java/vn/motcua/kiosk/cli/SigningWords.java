package vn.motcua.kiosk.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.motcua.scanner.Sentences;

/**
 * What {@code sign} and {@code verify-pdf} tell people, in Vietnamese and English as faults are
 * told: the language of this computer first. What comes with a verdict as an English phrase (the
 * JSON keeps it so) is put into words here; a phrase that only machines made stays as it is.
 */
final class SigningWords {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final Sentences words = new Sentences(List.of("vn.motcua.kiosk.cli.signing"));

  /** The same text in both languages, one after the other. */
  String both(Function<Locale, String> text) {
    return languages().stream().map(text).collect(Collectors.joining("\n"));
  }

  private static List<Locale> languages() {
    return Locale.getDefault().getLanguage().equals("vi")
        ? List.of(VIETNAMESE, Locale.ENGLISH)
        : List.of(Locale.ENGLISH, VIETNAMESE);
  }

  /** The words of this key, with its values filled in. */
  String say(Locale language, String key, Object... values) {
    String pattern = words.find(key, language).orElse(key);
    Object[] plain = Arrays.stream(values).map(String::valueOf).toArray(); // no 1.234 for 1234
    return new MessageFormat(pattern, language).format(plain);
  }

  /**
   * An English phrase in this language. Several are parted by semicolons; at the end of one there
   * may be an address, a moment or another phrase.
   */
  String phrase(Locale language, String english) {
    if (!language.equals(VIETNAMESE) || english.isBlank()) {
      return english;
    }
    return Arrays.stream(english.split("; "))
        .map(this::vietnamese)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private String vietnamese(String english) {
    for (int end = english.length(); end > 0; end = english.lastIndexOf(' ', end - 1)) {
      String head = english.substring(0, end);
      boolean colon = head.endsWith(":");
      var found = words.find("phrase." + slug(head), VIETNAMESE);
      if (found.isPresent()) {
        String rest = english.substring(end).strip();
        return rest.isEmpty() ? found.get() : found.get() + (colon ? ": " : " ") + vietnamese(rest);
      }
    }
    int space = english.indexOf(' ');
    // The number of an HTTP answer, then "from" an address.
    return space > 0 && english.substring(0, space).matches("\\d+")
        ? english.substring(0, space) + " " + vietnamese(english.substring(space + 1))
        : english;
  }

  private static String slug(String phrase) {
    return phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
