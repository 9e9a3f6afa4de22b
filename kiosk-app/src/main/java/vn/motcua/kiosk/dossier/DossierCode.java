package vn.motcua.kiosk.dossier;

import java.util.Optional;

/**
 * The code of a dossier, in the layout of TT 01/2018 Điều 19 or TT 03/2025/TT-VPCP Điều 13, in its
 * strict writing: upper case, dots and hyphens in place, a real date.
 */
public record DossierCode(String value) {
  /**
   * Reads a code as people type it: lower case, blanks, missing dots, O for 0 inside groups of
   * digits. Empty if it cannot be a code.
   */
  public static Optional<DossierCode> read(String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return value;
  }
}
