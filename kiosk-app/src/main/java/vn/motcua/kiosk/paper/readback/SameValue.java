package vn.motcua.kiosk.paper.readback;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A value as it is compared with that of another page, where it may be written another way.
 *
 * @param kind what kind of value
 * @param exact letters and digits in lower case; of names with their marks
 * @param bare the same without marks
 */
record SameValue(ValueKind kind, String exact, String bare) {
  static SameValue of(Proposal proposal) {
    String text =
        Normalizer.normalize(proposal.value(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String exact = text.replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "");
    return switch (proposal.kind()) {
      case NAME -> new SameValue(proposal.kind(), toned(text), Plain.fold(exact));
      case ADDRESS -> {
        String bare = Plain.fold(exact);
        yield new SameValue(proposal.kind(), bare, bare);
      }
      default -> new SameValue(proposal.kind(), exact, exact);
    };
  }

  /** The tone behind each word: hoà and hòa are the same, hoá is not. */
  private static String toned(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("[^\\p{L}\\p{M}]+", -1)) {
      String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
      String tones = "\u0300\u0301\u0303\u0309\u0323";
      StringBuilder heard = new StringBuilder();
      for (int i = 0; i < apart.length(); i++) {
        (tones.indexOf(apart.charAt(i)) < 0 ? out : heard).append(apart.charAt(i));
      }
      out.append(heard);
    }
    return out.toString();
  }

  /** Whether they cannot both be right. */
  boolean differs(SameValue other) {
    return switch (kind) {
      // A machine readable zone and old machines write no marks.
      case NAME ->
          !bare.equals(other.bare)
              || (hasMarks() && other.hasMarks() && !exact.equals(other.exact));
      // The old number of nine digits and the new one may be the same person's.
      case NUMBER -> exact.length() == other.exact.length() && !exact.equals(other.exact);
      // A year alone, an address without its province: less is said, nothing else.
      case DATE, YEAR -> !exact.startsWith(other.exact) && !other.exact.startsWith(exact);
      case ADDRESS -> !exact.contains(other.exact) && !other.exact.contains(exact);
      default -> !exact.equals(other.exact);
    };
  }

  /** Whether one may be the other misread or mistyped. */
  boolean isNear(SameValue other) {
    return !differs(other)
        || Plain.distance(bare, other.bare, 2) <= (kind == ValueKind.NUMBER ? 2 : 1);
  }

  private boolean hasMarks() {
    return !exact.equals(bare);
  }
}
