package vn.motcua.scanner.chip;

/**
 * A machine readable zone and what was odd about it.
 *
 * @param mrz the fields
 * @param checkDigitsAgree whether all check digits fit
 * @param wellFormed whether each field has only the characters that its place allows
 * @param birthComplete false if the zone leaves out a part of the birth date
 */
record MrzReading(Mrz mrz, boolean checkDigitsAgree, boolean wellFormed, boolean birthComplete) {
  /** The same with another content. */
  MrzReading with(Mrz other) {
    return new MrzReading(other, checkDigitsAgree, wellFormed, birthComplete);
  }
}
