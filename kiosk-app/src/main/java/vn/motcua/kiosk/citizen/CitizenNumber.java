package vn.motcua.kiosk.citizen;

import java.util.Optional;

/** Số định danh cá nhân: twelve digits (NĐ 137/2015 Điều 13). There is no check digit. */
public record CitizenNumber(String value) {
  public CitizenNumber {
    if (!value.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("a citizen number has twelve digits");
    }
  }

  /** Reads twelve digits, blanks allowed; empty if it is not a number. */
  public static Optional<CitizenNumber> read(String text) {
    String digits = text.replaceAll("\\s", "");
    return digits.matches("[0-9]{12}") ? Optional.of(new CitizenNumber(digits)) : Optional.empty();
  }

  /** The last six digits, which open the chip. */
  public String can() {
    return value.substring(6);
  }

  /** What a public screen may show: {@code ••••••••2345}. */
  public String masked() {
    return "••••••••" + value.substring(8);
  }

  @Override
  public String toString() {
    return masked();
  }
}
