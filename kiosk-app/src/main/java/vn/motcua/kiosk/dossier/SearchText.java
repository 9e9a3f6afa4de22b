package vn.motcua.kiosk.dossier;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: without diacritics, lower case, words apart. */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}.]+");

  private SearchText() {}

  /** {@code Đăng ký khai sinh} → {@code dang ky khai sinh}. */
  public static String fold(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = bare.replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
    return GAPS.matcher(lower).replaceAll(" ").strip();
  }

  /** The words of {@link #fold}. */
  public static List<String> words(String text) {
    String folded = fold(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }

  /** The first letters of the words: {@code Đăng ký khai sinh} → {@code dkks}. */
  public static String initials(String text) {
    StringBuilder letters = new StringBuilder();
    for (String word : words(text)) {
      letters.append(word.charAt(0));
    }
    return letters.toString();
  }
}
