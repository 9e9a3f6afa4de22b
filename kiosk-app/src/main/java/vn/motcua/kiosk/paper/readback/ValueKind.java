package vn.motcua.kiosk.paper.readback;

import java.util.Locale;
import java.util.Optional;

/** What kind of value follows a label; how the data files name it is the name in lower case. */
public enum ValueKind {
  /** A person's name, as written, Unicode NFC. */
  NAME,
  /** Twelve digits (NĐ 137/2015 Điều 13), or the nine of the old CMND. */
  NUMBER,
  /** A date, ISO 8601: {@code 2020-03-05}. */
  DATE,
  /** A date, or only a year where the paper has no more: {@code 1990}. */
  YEAR,
  /** A dossier's code in its strict writing. */
  CODE,
  /** A Vietnamese telephone number, digits only, beginning with 0. */
  PHONE,
  /** An address, as written, lines joined by a blank. */
  ADDRESS,
  /** {@code Nam} or {@code Nữ}. */
  SEX,
  /** The number in a register of civil status: {@code 123/2020}, {@code 45}, {@code 7/2019-BS}. */
  REGISTER,
  /**
   * Nothing is read. Such labels only end the value before them: what the law calls sensitive
   * (ethnicity, religion: NĐ 356/2025 Điều 4), or what nobody asked for.
   */
  STOP;

  /** The kind that a data file names. */
  static Optional<ValueKind> named(String name) {
    for (ValueKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
