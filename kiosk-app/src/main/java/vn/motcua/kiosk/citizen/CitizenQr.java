package vn.motcua.kiosk.citizen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the QR code on a citizen card says: seven fields on the 2021 card, more on the 2024 card
 * (the rest is kept raw and unlabelled).
 */
public record CitizenQr(
    CitizenNumber number,
    Optional<String> oldNumber,
    String name,
    LocalDate birth,
    boolean female,
    String residence,
    LocalDate issued,
    List<String> rest) {
  public CitizenQr {
    rest = List.copyOf(rest);
  }

  /** Reads the text of the code; empty if anything about it is impossible (31022000, 11 digits). */
  public static Optional<CitizenQr> read(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "CitizenQr[…]";
  }
}
