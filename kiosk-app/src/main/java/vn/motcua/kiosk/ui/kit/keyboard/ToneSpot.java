package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.Set;

/** On which letter a tone is written. */
final class ToneSpot {
  /** Glide and main vowel: where the two styles differ. */
  private static final Set<String> GLIDED = Set.of("oa", "oe", "uy");

  /** A marked letter is still to come there, and it will have the tone. */
  private static final Set<String> UNFINISHED = Set.of("ie", "ye", "ue", "uo", "oo");

  private ToneSpot() {}

  /** The place of the letter, or −1 if there is no vowel. */
  static int of(String letters, ToneStyle style) {
    int from = Spelling.onset(letters);
    int count = Spelling.vowels(letters);
    return count == 0 ? inForeign(letters) : from + within(letters, from, count, style);
  }

  private static int within(String letters, int from, int count, ToneStyle style) {
    for (int i = count - 1; i >= 0; i--) {
      if (Marks.isMarked(letters.charAt(from + i))) {
        return i;
      }
    }
    String vowels = Marks.lower(letters.substring(from, from + count));
    boolean closed = from + count < letters.length();
    if (count == 1) {
      return 0;
    }
    if (closed) {
      return count - 1;
    }
    if (count > 2) {
      return 1;
    }
    boolean second =
        UNFINISHED.contains(vowels) || (style == ToneStyle.MAIN && GLIDED.contains(vowels));
    return second ? 1 : 0;
  }

  /** No onset of Vietnamese before it: the last vowel. */
  private static int inForeign(String letters) {
    for (int i = letters.length() - 1; i >= 0; i--) {
      if (Marks.isVowel(letters.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
