package vn.motcua.kiosk.paper.readback;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds a paper's title: printed in capitals, or alone in its line. */
final class Titles {
  /** One letter of so many may be wrong. */
  private static final int LETTERS_A_MISTAKE = 5;

  /**
   * A title that was found.
   *
   * @param sure 0 to 1
   * @param letters how long it is: the longer title of two explains more
   * @param rows that it takes
   */
  record Found(double sure, int letters, Set<Integer> rows) {
    static final Found NONE = new Found(0, 0, Set.of());

    /** A longer title that is as sure says more. */
    double weight() {
      return sure * (1 + letters / 100.0);
    }
  }

  private Titles() {}

  /** The best match of one of {@code titles}. */
  static Found find(List<Row> rows, List<String> titles) {
    Found best = Found.NONE;
    for (String title : titles) {
      String plain = Plain.of(title);
      for (int i = 0; i < rows.size(); i++) {
        Found one = match(plain, rows, i, 1);
        Found two = i + 1 < rows.size() ? match(plain, rows, i, 2) : Found.NONE;
        best = better(best, better(one, two));
      }
    }
    return best;
  }

  private static Found better(Found a, Found b) {
    return b.weight() > a.weight() ? b : a;
  }

  private static Found match(String title, List<Row> rows, int first, int count) {
    Found best = Found.NONE;
    int mistakes = title.length() / LETTERS_A_MISTAKE;
    List<Token> tokens = rows.get(first).tokens();
    List<Token> all = tokens;
    if (count == 2) {
      List<Token> both = new java.util.ArrayList<>(tokens);
      both.addAll(rows.get(first + 1).tokens());
      all = both;
    }
    int lettersOfRows = all.stream().mapToInt(token -> token.plain().length()).sum();
    for (int from = 0; from < tokens.size(); from++) {
      String begin = tokens.get(from).plain();
      if (begin.isEmpty() || !Plain.mayBegin(title, begin)) {
        continue;
      }
      StringBuilder text = new StringBuilder();
      int capitals = 0;
      int letters = 0;
      for (int to = from; to < all.size(); to++) {
        text.append(all.get(to).plain());
        for (char c : all.get(to).text().toCharArray()) {
          letters += Character.isLetter(c) ? 1 : 0;
          capitals += Character.isUpperCase(c) ? 1 : 0;
        }
        if (text.length() > title.length() + mistakes) {
          break;
        }
        boolean reachesBoth = count == 1 || to >= tokens.size();
        if (text.length() < title.length() - mistakes || !reachesBoth) {
          continue;
        }
        int wrong = Plain.distance(title, text.toString(), mistakes);
        boolean inCapitals = capitals >= 0.7 * letters;
        boolean alone = text.length() >= 0.75 * lettersOfRows;
        if (wrong <= mistakes && (inCapitals || alone)) {
          double sure = (1 - 1.5 * wrong / title.length()) * (inCapitals ? 1 : 0.75);
          Set<Integer> taken = new HashSet<>();
          for (int i = 0; i < count; i++) {
            taken.add(first + i);
          }
          best = better(best, new Found(sure, title.length(), taken));
        }
      }
    }
    return best;
  }
}
