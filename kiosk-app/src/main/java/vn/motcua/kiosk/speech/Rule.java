package vn.motcua.kiosk.speech;

import java.util.List;
import java.util.Optional;

/**
 * How one kind of value is said, or one sentence.
 *
 * @param pattern {@code #} is any digit, {@code *} any one character, everything else itself
 */
record Rule(String pattern, List<Part> parts) {
  /** What a rule is made of. */
  sealed interface Part {
    /** A recording; {@code {1}} in its name stands for the first character that was free. */
    record Clip(String name) implements Part {
      String filled(String free) {
        String filled = name;
        for (int i = 0; i < free.length(); i++) {
          filled = filled.replace("{" + (i + 1) + "}", free.substring(i, i + 1));
        }
        return filled;
      }
    }

    /** A silence. */
    record Gap(int milliseconds) implements Part {}

    /** A value from outside. */
    record Slot(String name, String kind, Each each) implements Part {}

    /** The number that some of the free characters make; {@code kind} empty = this same kind. */
    record Number(String kind, String which) implements Part {
      String filled(String free) {
        StringBuilder digits = new StringBuilder();
        which.chars().forEach(at -> digits.append(free.charAt(at - '1')));
        String number = digits.toString().replaceFirst("^0+(?=.)", "");
        return number;
      }
    }
  }

  /** What of a slot's value is said as one. */
  enum Each {
    WHOLE,
    CHARACTER,
    WORD
  }

  Rule {
    parts = List.copyOf(parts);
  }

  /** The free characters if {@code value} fits the pattern. */
  Optional<String> match(String value) {
    if (value.length() != pattern.length()) {
      return Optional.empty();
    }
    StringBuilder free = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char want = pattern.charAt(i);
      char have = value.charAt(i);
      boolean digit = have >= '0' && have <= '9';
      if (want == '*' || (want == '#' && digit)) {
        free.append(have);
      } else if (want != have) {
        return Optional.empty();
      }
    }
    return Optional.of(free.toString());
  }

  /** How many free characters its pattern has. */
  int free() {
    return (int) pattern.chars().filter(c -> c == '#' || c == '*').count();
  }
}
