package vn.motcua.scanner.chip.tr03105;

/** Writes machine readable zones of an invented person (ICAO 9303-4 and -5), right or wrong. */
final class Zone {
  String code = "ID";
  String state = "VNM";
  String names = "DINH<<THI<MAI";
  String number = "191407263";
  String nationality = "VNM";
  String birth = "910312";
  String sex = "F";
  String expiry = "310312";
  String optional = "051191407263";

  /** Fields by which a check digit is off: {@code n}umber, {@code b}irth, {@code e}xpiry, … */
  String wrong = "";

  /** Of TD3: what stands for the check digit of the optional data if that is empty. */
  String filler = "<";

  private static String fill(String text, int width) {
    return (text + "<".repeat(width)).substring(0, width);
  }

  private String check(String text, String field) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Math.max(0, Character.digit(text.charAt(i), 36)) * new int[] {7, 3, 1}[i % 3];
    }
    return String.valueOf((sum + (wrong.contains(field) ? 1 : 0)) % 10);
  }

  private String checked(String text, String field) {
    return text + check(text, field);
  }

  /** Three lines of thirty. */
  String td1() {
    String one =
        fill(code, 2) + fill(state, 3) + checked(fill(number, 9), "n") + fill(optional, 15);
    String birthChecked = checked(birth, "b");
    String expiryChecked = checked(expiry, "e");
    String composite = one.substring(5) + birthChecked + expiryChecked + fill("", 11);
    return one
        + birthChecked
        + sex
        + expiryChecked
        + fill(nationality, 3)
        + fill("", 11)
        + check(composite, "c")
        + fill(names, 30);
  }

  /** Two lines of forty-four. */
  String td3() {
    String numberChecked = checked(fill(number, 9), "n");
    String birthChecked = checked(birth, "b");
    String expiryChecked = checked(expiry, "e");
    String more = fill(optional, 14);
    String optionalChecked = more + (optional.isEmpty() ? filler : check(more, "o"));
    return fill(code, 2)
        + fill(state, 3)
        + fill(names, 39)
        + numberChecked
        + fill(nationality, 3)
        + birthChecked
        + sex
        + expiryChecked
        + optionalChecked
        + check(numberChecked + birthChecked + expiryChecked + optionalChecked, "c");
  }

  static byte[] dg1(String zone) {
    return Bytes.tlv(0x61, Bytes.tlv(0x5F1F, Bytes.ascii(zone)));
  }
}
