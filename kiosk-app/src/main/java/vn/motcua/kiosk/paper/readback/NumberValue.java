package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a citizen number, also in separate boxes or groups, or the old number of nine digits. */
final class NumberValue {
  private static final int NEW = 12;
  private static final int OLD = 9;

  /** Words before the number: "CCCD số". */
  private static final int WORDS_BEFORE = 8;

  private final NumberStructure structure;

  NumberValue(NumberStructure structure) {
    this.structure = structure;
  }

  Optional<Reading> read(List<Token> tokens) {
    Optional<Reading> best = Optional.empty();
    for (int from = 0; from < Math.min(tokens.size(), WORDS_BEFORE); from++) {
      if (digits(tokens.get(from)).isEmpty()) {
        continue;
      }
      Optional<Reading> here = run(tokens, from);
      if (here.isPresent() && (best.isEmpty() || here.get().quality() > best.get().quality())) {
        best = here;
      }
      while (from + 1 < tokens.size() && !digits(tokens.get(from + 1)).isEmpty()) {
        from++;
      }
    }
    return best;
  }

  /** The groups of digits from there on, together. */
  private Optional<Reading> run(List<Token> tokens, int from) {
    StringBuilder number = new StringBuilder();
    List<Token> used = new ArrayList<>();
    boolean mended = false;
    for (int i = from; i < tokens.size() && number.length() < NEW; i++) {
      String own = digits(tokens.get(i));
      if (own.isEmpty()) {
        break;
      }
      boolean whole = number.length() == OLD && own.length() > 3;
      if (whole) {
        break;
      }
      mended |= Digits.count(tokens.get(i).text()) < own.length();
      number.append(own);
      used.add(tokens.get(i));
    }
    if (number.length() < OLD - 1 || number.length() > NEW + 2) {
      return Optional.empty();
    }
    Set<Reason> why = EnumSet.noneOf(Reason.class);
    double quality;
    if (number.length() == NEW) {
      boolean possible = structure.isPossible(number.toString());
      why.add(possible ? Reason.STRUCTURE_POSSIBLE : Reason.STRUCTURE_IMPOSSIBLE);
      // A code of a place abroad is as likely a misread province.
      quality = !possible ? 0.3 : structure.isProvince(number.toString()) ? 0.97 : 0.6;
    } else if (number.length() == OLD) {
      why.add(Reason.OLD_NUMBER);
      quality = 0.75;
    } else {
      why.add(Reason.COUNT_OF_DIGITS);
      quality = 0.2;
    }
    if (mended) {
      why.add(Reason.LETTERS_AS_DIGITS);
      quality *= 0.85;
    }
    return Optional.of(new Reading(number.toString(), used, quality, why));
  }

  /** The token's digits if it is nothing else. */
  private static String digits(Token token) {
    String text = token.text().replaceAll("[.,'-]", "");
    return Digits.looksLikeDigits(text) || text.matches("[0-9OolI|]{1,2}") ? Digits.mend(text) : "";
  }
}
