package vn.motcua.kiosk.bench.digitise;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How well text was read, against what stands on the page. Both are brought to NFC; white space of
 * any kind and length counts as one space, none at the ends; runs of three and more leader dots,
 * which are ruling and not text, count as a space.
 *
 * @param errors characters that must be put in, taken out or changed (Levenshtein) to make the text
 *     that was read the one that stands there
 * @param characters of the text that stands there
 * @param wordsFound words that stand there and were read letter by letter, whatever their order
 * @param words that stand there
 */
record Reading(int errors, int characters, int wordsFound, int words) {
  static final Reading NOTHING = new Reading(0, 0, 0, 0);

  private static final Pattern LEADERS =
      Pattern.compile("[.\u2026_\u00b7](\\s?[.\u2026_\u00b7]){2,}");
  private static final Pattern WHITE = Pattern.compile("[\\s\\u00a0\\f]+");

  static Reading of(String truth, String read) {
    String stands = folded(truth);
    String said = folded(read);
    int words = stands.isEmpty() ? 0 : stands.split(" ").length;
    return new Reading(distance(stands, said), stands.length(), common(stands, said), words);
  }

  /** The two together, as if their pages were one. */
  Reading plus(Reading other) {
    return new Reading(
        errors + other.errors,
        characters + other.characters,
        wordsFound + other.wordsFound,
        words + other.words);
  }

  /** Errors for a hundred characters; not a number without any. */
  double errorPercent() {
    return 100.0 * errors / characters;
  }

  /** Words read right of a hundred; not a number without any. */
  double wordPercent() {
    return 100.0 * wordsFound / words;
  }

  static String folded(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    return WHITE.matcher(LEADERS.matcher(nfc).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** The fewest characters put in, taken out or changed that make one text the other. */
  static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      char c = a.charAt(i - 1);
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (c == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] free = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }

  private static int common(String stands, String said) {
    Map<String, Integer> left = new HashMap<>();
    for (String word : said.split(" ")) {
      left.merge(word, 1, Integer::sum);
    }
    int found = 0;
    for (String word : stands.isEmpty() ? new String[0] : stands.split(" ")) {
      if (left.getOrDefault(word, 0) > 0) {
        left.merge(word, -1, Integer::sum);
        found++;
      }
    }
    return found;
  }
}
