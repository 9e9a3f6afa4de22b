package vn.motcua.scanner.chip;

import java.util.List;
import java.util.Optional;

/**
 * Where things stand in the three forms of a machine readable zone, written down a second time from
 * the tables of ICAO 9303-4 §4.2, -5 §4.2 and -6 §4.2, so that tests do not ask the parser.
 *
 * @param stateAt where the issuing state begins
 * @param document where the document number begins
 * @param birthAt where the date of birth begins
 * @param sexAt where the sex stands
 * @param expiryAt where the date of expiry begins
 * @param nationalityAt where the nationality begins
 * @param personal where a check digit for optional data stands, or -1
 * @param optional where the first optional data stand, in which a long number goes on
 * @param composite where the composite check digit stands
 * @param covered what it covers: begin and end of each range
 */
record ZoneForm(
    int stateAt,
    int document,
    int birthAt,
    int sexAt,
    int expiryAt,
    int nationalityAt,
    int personal,
    int optional,
    int composite,
    List<Integer> covered) {
  private static final ZoneForm TD1 =
      new ZoneForm(2, 5, 30, 37, 38, 45, -1, 15, 59, List.of(5, 30, 30, 37, 38, 45, 48, 59));
  private static final ZoneForm TD2 =
      new ZoneForm(2, 36, 49, 56, 57, 46, -1, 64, 71, List.of(36, 46, 49, 56, 57, 71));
  private static final ZoneForm TD3 =
      new ZoneForm(2, 44, 57, 64, 65, 54, 86, -1, 87, List.of(44, 54, 57, 64, 65, 87));

  static Optional<ZoneForm> of(String zone) {
    return switch (zone.length()) {
      case 90 -> Optional.of(TD1);
      case 72 -> Optional.of(TD2);
      case 88 -> Optional.of(TD3);
      default -> Optional.empty();
    };
  }

  String documentCode(String zone) {
    return unfilled(zone.substring(0, 2));
  }

  String state(String zone) {
    return unfilled(zone.substring(stateAt, stateAt + 3));
  }

  String nationality(String zone) {
    return unfilled(zone.substring(nationalityAt, nationalityAt + 3));
  }

  String documentNumber(String zone) {
    return unfilled(zone.substring(document, document + 9));
  }

  String birth(String zone) {
    return zone.substring(birthAt, birthAt + 6);
  }

  String expiry(String zone) {
    return zone.substring(expiryAt, expiryAt + 6);
  }

  Sex sex(String zone) {
    char letter = zone.charAt(sexAt);
    return letter == 'M' ? Sex.MALE : letter == 'F' ? Sex.FEMALE : Sex.UNSPECIFIED;
  }

  /**
   * Whether all check digits fit; empty where the standard leaves room: a filler for a check digit
   * (a number that goes on in the optional data, optional data that are not used).
   */
  Optional<Boolean> checkDigits(String zone) {
    boolean fit = true;
    boolean open = false;
    int[][] fields = {
      {document, document + 9},
      {birthAt, birthAt + 6},
      {expiryAt, expiryAt + 6},
      {personal - 14, personal}
    };
    for (int[] field : fields) {
      if (field[1] < 0) {
        continue;
      }
      if (zone.charAt(field[1]) == '<') {
        open = true;
      } else {
        fit &= sum(zone.substring(field[0], field[1])) == zone.charAt(field[1]);
      }
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < covered.size(); i += 2) {
      all.append(zone, covered.get(i), covered.get(i + 1));
    }
    fit &= sum(all.toString()) == zone.charAt(composite);
    return !fit ? Optional.of(false) : open ? Optional.empty() : Optional.of(true);
  }

  /** ICAO 9303-3 §4.9: weights 7, 3, 1; a digit counts itself, A is 10, a filler nothing. */
  private static char sum(String text) {
    int sum = 0;
    int[] weights = {7, 3, 1};
    for (int i = 0; i < text.length(); i++) {
      sum += weights[i % 3] * Math.max(0, Character.digit(text.charAt(i), 36));
    }
    return Character.forDigit(sum % 10, 10);
  }

  private static String unfilled(String field) {
    int end = field.length();
    while (end > 0 && field.charAt(end - 1) == '<') {
      end--;
    }
    return field.substring(0, end);
  }
}
