package vn.motcua.kiosk.paper.readback;

import java.text.Normalizer;

/** Text as labels are compared: no diacritics, no case, no blanks, look-alikes made equal. */
final class Plain {
  private Plain() {}

  /** {@code Họ, chữ đệm, tên:} → {@code hochudemten}; i, l and 1 are one, o and 0 are one. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        out.append(
            switch (c) {
              case '0' -> 'o';
              case '1', 'i', 'j' -> 'l';
              default -> c;
            });
      }
    }
    return out.toString();
  }

  /** Lower case, without diacritics, of the same length. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(fold(text.charAt(i)));
    }
    return out.toString();
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    if (c == 'đ' || c == 'Đ' || c == 'Ð') {
      return 'd';
    }
    return Character.toLowerCase(
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
  }

  /** Whether {@code text} may begin {@code label}: one of its first two letters was read right. */
  static boolean mayBegin(String label, String text) {
    char first = text.charAt(0);
    return label.charAt(0) == first
        || (label.length() > 1 && label.charAt(1) == first)
        || (text.length() > 1
            && (text.charAt(1) == label.charAt(0)
                || (label.length() > 1 && text.charAt(1) == label.charAt(1))));
  }

  /**
   * How many letters must be changed, put in or left out to make {@code b} of {@code a}; {@code
   * most + 1} if more than {@code most}.
   */
  static int distance(String a, String b, int most) {
    int tooMany = most + 1;
    if (Math.abs(a.length() - b.length()) > most) {
      return tooMany;
    }
    int[] before = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(b.length(), i + most);
      now[from - 1] = from == 1 ? i : tooMany;
      int best = now[from - 1];
      for (int j = from; j <= to; j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int leaveOut = j < i + most ? before[j] + 1 : tooMany;
        now[j] = Math.min(change, Math.min(now[j - 1] + 1, leaveOut));
        best = Math.min(best, now[j]);
      }
      if (best > most) {
        return tooMany;
      }
      int[] spare = before;
      before = now;
      now = spare;
    }
    return Math.min(before[b.length()], tooMany);
  }
}
