package vn.motcua.scanner.chip;

/**
 * A machine readable zone taken apart, still as text. Three sizes (ICAO 9303-4 §4.2, -5 §4.2, -6
 * §4.2), told apart by their number of characters.
 *
 * @param code document code with fillers
 * @param state issuing state with fillers
 * @param document document number without fillers; a long one is put together again
 * @param optional optional data of both places, with fillers
 * @param nationality with fillers
 * @param birth six characters
 * @param sex one character
 * @param expiry six characters
 * @param names both identifiers with fillers
 * @param checks whether all check digits fit
 */
record ZoneFields(
    String code,
    String state,
    String document,
    String[] optional,
    String nationality,
    String birth,
    char sex,
    String expiry,
    String names,
    boolean checks) {
  private static final int TD1 = 90;
  private static final int TD2 = 72;
  private static final int TD3 = 88;

  /** Takes a zone apart. */
  static ZoneFields of(String zone) throws MalformedException {
    if (!zone.chars().allMatch(c -> c == '<' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
      throw new MalformedException("a character that no zone may have");
    }
    return switch (zone.length()) {
      case TD1 -> card(zone.substring(0, 30), zone.substring(30, 60), zone.substring(60));
      case TD2 -> book(zone.substring(0, 36), zone.substring(36), 35);
      case TD3 -> book(zone.substring(0, 44), zone.substring(44), 42);
      default -> throw new MalformedException("no zone has so many characters");
    };
  }

  /** TD1: three lines of thirty. */
  private static ZoneFields card(String one, String two, String three) {
    Number number = number(one.substring(5, 14), one.charAt(14), one.substring(15));
    String composite =
        one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18, 29);
    return new ZoneFields(
        one.substring(0, 2),
        one.substring(2, 5),
        number.text,
        new String[] {one.substring(15), two.substring(18, 29)},
        two.substring(15, 18),
        two.substring(0, 6),
        two.charAt(7),
        two.substring(8, 14),
        three,
        number.fits
            && fits(two.substring(0, 6), two.charAt(6))
            && fits(two.substring(8, 14), two.charAt(14))
            && fits(composite, two.charAt(29)));
  }

  /**
   * TD2 and TD3: two lines of 36 or 44.
   *
   * @param end where the optional data of line 2 end; in TD3 their check digit stands there
   */
  private static ZoneFields book(String one, String two, int end) {
    boolean large = two.length() == 44;
    String optional = two.substring(28, end);
    Number number = number(two.substring(0, 9), two.charAt(9), large ? "" : optional);
    String composite =
        two.substring(0, 10) + two.substring(13, 20) + two.substring(21, two.length() - 1);
    // Empty optional data may have a filler as their check digit (ICAO 9303-4 §4.2.2.2).
    boolean optionalFits =
        !large
            || fits(optional, two.charAt(end))
            || (optional.matches("<*") && two.charAt(end) == '<');
    return new ZoneFields(
        one.substring(0, 2),
        one.substring(2, 5),
        number.text,
        new String[] {optional},
        two.substring(10, 13),
        two.substring(13, 19),
        two.charAt(20),
        two.substring(21, 27),
        one.substring(5),
        number.fits
            && optionalFits
            && fits(two.substring(13, 19), two.charAt(19))
            && fits(two.substring(21, 27), two.charAt(27))
            && fits(composite, two.charAt(two.length() - 1)));
  }

  private record Number(String text, boolean fits) {}

  /** A number of more than nine characters goes on in the optional data (ICAO 9303-5 §4.2.2.1). */
  private static Number number(String nine, char check, String more) {
    String rest = more.split("<", 2)[0];
    if (check == '<' && rest.length() > 1) {
      String whole = nine + rest.substring(0, rest.length() - 1);
      return new Number(whole, fits(whole, rest.charAt(rest.length() - 1)));
    }
    return new Number(nine.replaceAll("<+$", ""), fits(nine, check));
  }

  private static boolean fits(String text, char digit) {
    return MrzParser.checkDigit(text) == digit;
  }

  /**
   * Whether each field has only characters that its place allows (ICAO 9303-3 §4.3), and the code
   * is that of a card or a passport (9303-4 §4.2.2.1, -5 §4.2.2.1, -6 §4.2.2.1).
   */
  boolean wellFormed() {
    return code.matches("[ACIP][A-Z<]")
        && state.matches("[A-Z]+<*")
        && nationality.matches("[A-Z]+<*")
        && "MF<".indexOf(sex) >= 0
        && names.matches("[A-Z].*")
        && !names.matches(".*[0-9].*");
  }

  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "ZoneFields[…]";
  }
}
