package vn.motcua.kiosk.ui.kit.keyboard;

import java.text.Normalizer;
import java.util.Locale;

/** The marks that make other letters: â ê ô, ơ ư, ă, đ. */
final class Marks {
  /** What a mark is called here. */
  enum Mark {
    CIRCUMFLEX("aeo", "âêô"),
    HORN("ou", "ơư"),
    BREVE("a", "ă"),
    STROKE("d", "đ");

    private final String plain;
    private final String marked;

    Mark(String plain, String marked) {
      this.plain = plain;
      this.marked = marked;
    }

    /** Whether that letter, whatever its mark and case, can have it. */
    boolean fits(char letter) {
      return plain.indexOf(plain(letter)) >= 0;
    }

    /** Whether it has it. */
    boolean isOn(char letter) {
      return marked.indexOf(Character.toLowerCase(letter)) >= 0;
    }

    /** That letter with this mark and no other, in its case. */
    char on(char letter) {
      char with = marked.charAt(plain.indexOf(plain(letter)));
      return Character.isUpperCase(letter) ? Character.toUpperCase(with) : with;
    }
  }

  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String MARKED = "ăâêôơưđ";
  private static final String UNMARKED = "aaeooud";

  private Marks() {}

  static boolean isVowel(char letter) {
    return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
  }

  static boolean isMarked(char letter) {
    return MARKED.indexOf(Character.toLowerCase(letter)) >= 0;
  }

  /** Lower case, without its mark. */
  static char plain(char letter) {
    char lower = Character.toLowerCase(letter);
    int at = MARKED.indexOf(lower);
    return at < 0 ? lower : UNMARKED.charAt(at);
  }

  /** Without its mark, in its case. */
  static char unmarked(char letter) {
    char plain = plain(letter);
    return Character.isUpperCase(letter) ? Character.toUpperCase(plain) : plain;
  }

  static String plain(String letters) {
    StringBuilder plain = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      plain.append(plain(letters.charAt(i)));
    }
    return plain.toString();
  }

  static String lower(String letters) {
    return letters.toLowerCase(Locale.ROOT);
  }

  static String replaced(String letters, int at, char with) {
    return letters.substring(0, at) + with + letters.substring(at + 1);
  }

  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
