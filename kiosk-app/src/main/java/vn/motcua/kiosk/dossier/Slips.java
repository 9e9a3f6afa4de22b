package vn.motcua.kiosk.dossier;

import java.util.Collection;

/** Slips of the hand on folded words: one letter too many, too few, wrong, or two swapped. */
final class Slips {
  /** Shorter words differ from others by one letter too often. */
  private static final int LEAST = 3;

  private static final int LEAST_GLUED = 5;

  private Slips() {}

  /** Whether {@code word} begins one of {@code words}, or is one of them but for a slip. */
  static boolean anyLike(String word, Collection<String> words) {
    return words.stream()
        .anyMatch(own -> own.startsWith(word) || (word.length() >= LEAST && isSlip(word, own)));
  }

  /** Whether {@code text}, its blanks left out, stands in {@code words}, theirs left out. */
  static boolean glued(String text, String words) {
    String bare = text.replace(" ", "");
    return bare.length() >= LEAST_GLUED && words.replace(" ", "").contains(bare);
  }

  /** Whether one slip makes {@code own} of {@code word} (Damerau 1964). */
  private static boolean isSlip(String word, String own) {
    int longer = Math.max(word.length(), own.length());
    int shorter = Math.min(word.length(), own.length());
    if (longer - shorter > 1 || shorter < LEAST) {
      return false;
    }
    int begin = 0;
    while (begin < shorter && word.charAt(begin) == own.charAt(begin)) {
      begin++;
    }
    if (longer != shorter) {
      String more = word.length() > own.length() ? word : own;
      String less = word.length() > own.length() ? own : word;
      return more.substring(begin + 1).equals(less.substring(begin));
    }
    if (begin == shorter) {
      return true;
    }
    boolean swapped =
        begin + 1 < shorter
            && word.charAt(begin) == own.charAt(begin + 1)
            && word.charAt(begin + 1) == own.charAt(begin)
            && word.substring(begin + 2).equals(own.substring(begin + 2));
    return swapped || word.substring(begin + 1).equals(own.substring(begin + 1));
  }
}
