package vn.motcua.kiosk.paper.readback;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds a person's name: words that begin with a capital, until something else begins. */
final class NameValue {
  /** What is longer is cut, and said to be. */
  private static final int MOST_WORDS = 16;

  /** Longer names are rare: it may be what stands behind, unless the line ends with it. */
  private static final int USUAL_WORDS = 8;

  /** Longer ones are not known of anybody. */
  private static final int LONGEST_KNOWN = 12;

  /** Latin letters; names of other peoples have an apostrophe or a hyphen within. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsLatin}(?:[\\p{IsLatin}\\p{Mn}'’ʼ-]{0,19}[\\p{IsLatin}\\p{Mn}])?");

  private static final Pattern ADDRESSED =
      Pattern.compile("(?i)[(]?(?:ông|bà|anh|chị|cháu|ong|ba)[)]?");
  private static final Pattern SALUTATION =
      Pattern.compile("(?i)ông[/,]?|bà[/,]?|\\(ông\\)|\\(bà\\)|ông/bà|anh/chị|cháu");

  private final Set<String> familyNames = new HashSet<>();

  /** Without marks → with, where that is certain. */
  private final Map<String, String> marks = new HashMap<>();

  NameValue() {
    Set<String> twice = new HashSet<>();
    for (String name : PaperKindJson.texts(PaperKinds.text("family-names.json"), "names")) {
      String lower = name.toLowerCase(Locale.ROOT);
      familyNames.add(lower);
      String bare = Plain.fold(lower);
      String other = marks.put(bare, name);
      if (other != null && !other.equals(name)) {
        twice.add(bare);
      }
    }
    twice.forEach(marks::remove);
  }

  /** The name as written; a second reading if its family name was probably misread. */
  List<Reading> read(List<Token> tokens) {
    List<Token> used = new ArrayList<>();
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < tokens.size() && SALUTATION.matcher(tokens.get(from).text()).matches()) {
      from++;
    }
    for (int i = from; i < tokens.size() && words.size() < MOST_WORDS; i++) {
      String own = tokens.get(i).text();
      String bare = own.replaceAll("^[\"“'‘(]+|[,.;:)\"”*]+$", "");
      if (!WORD.matcher(bare).matches() || !Character.isUpperCase(bare.charAt(0))) {
        break;
      }
      words.add(bare);
      used.add(tokens.get(i));
      if (closes(tokens.get(i))) {
        break;
      }
    }
    boolean cutOff =
        from + used.size() < tokens.size() && endsOddly(tokens.get(from + used.size()));
    if (words.isEmpty() || ADDRESSED.matcher(words.getFirst()).matches()) {
      return List.of();
    }
    boolean ends = from + used.size() == tokens.size() || closes(used.getLast());
    boolean tooLong =
        words.size() > LONGEST_KNOWN
            || (words.size() > USUAL_WORDS && !ends && !runsIntoText(tokens, from + used.size()));
    return judge(words, used, cutOff, tooLong);
  }

  private static boolean closes(Token last) {
    return last.text().matches(".*[,.;)]");
  }

  /** In running text the name ends where small letters begin. */
  private static boolean runsIntoText(List<Token> tokens, int next) {
    return Character.isLowerCase(tokens.get(next).text().charAt(0));
  }

  /** Digits or signs where the name would go on: a letter of it was read wrong. */
  private static boolean endsOddly(Token next) {
    return next.text().matches(".*\\p{IsLatin}.*")
        && !next.text().matches("[\\p{IsLatin}\\p{Mn}.,/()'’-]+");
  }

  private List<Reading> judge(
      List<String> words, List<Token> used, boolean cutOff, boolean tooLong) {
    Set<Reason> why = EnumSet.noneOf(Reason.class);
    String value = String.join(" ", words);
    double quality = words.size() == 1 ? 0.6 : 0.98;
    if (cutOff) {
      why.add(Reason.LETTERS_DOUBTFUL);
      quality *= 0.6;
    }
    if (tooLong) {
      why.add(Reason.VALUE_CUT);
      quality *= 0.6;
    }
    boolean capitals = words.stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean evenCase =
          capitals || word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
      if (!evenCase && word.chars().noneMatch(c -> "'’ʼ-".indexOf(c) >= 0)) {
        why.add(Reason.LETTERS_DOUBTFUL);
        quality *= 0.6;
      }
      boolean oneLetter = word.length() == 1 && i == words.size() - 1;
      if (!Syllable.isVietnamese(word) || oneLetter) {
        why.add(Reason.SPELLING_UNUSUAL);
        quality *= 0.85;
      }
    }
    if (words.size() > 1 && isBare(value)) {
      why.add(Reason.NO_DIACRITICS);
      quality *= 0.75;
    }
    List<Reading> readings = new ArrayList<>();
    String first = words.getFirst().toLowerCase(Locale.ROOT);
    if (!familyNames.contains(first)) {
      String right = marks.get(Plain.fold(first));
      if (right != null && words.size() > 1) {
        why.add(Reason.FAMILY_NAME_MARKS);
        quality *= 0.5;
        String mended = capitals ? right.toUpperCase(Locale.ROOT) : right;
        Set<Reason> other = EnumSet.copyOf(why);
        other.remove(Reason.FAMILY_NAME_MARKS);
        other.add(Reason.FAMILY_NAME_MENDED);
        readings.add(
            new Reading(
                mended + value.substring(words.getFirst().length()), used, quality * 1.2, other));
      } else {
        quality *= 0.9;
        why.add(Reason.SPELLING_UNUSUAL);
      }
    }
    readings.add(new Reading(value, used, quality, why));
    return readings;
  }

  private static boolean isBare(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFD)
        && text.indexOf('đ') < 0
        && text.indexOf('Đ') < 0;
  }
}
