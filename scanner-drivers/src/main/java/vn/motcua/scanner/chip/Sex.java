package vn.motcua.scanner.chip;

import java.util.Locale;
import java.util.Optional;

/** As a travel document states it (ICAO 9303-3 §4.4). */
public enum Sex {
  MALE,
  FEMALE,
  UNSPECIFIED;

  /** What the national data write: {@code Nam} or {@code Nữ}; empty for anything else. */
  static Optional<Sex> written(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "nam" -> Optional.of(MALE);
      case "nữ" -> Optional.of(FEMALE);
      default -> Optional.empty();
    };
  }
}
