package vn.motcua.scanner.chip;

/**
 * A machine readable zone and what was odd about it.
 *
 * @param mrz the fields
 * @param checkDigitsAgree whether the four check digits of ICAO 9303-5 §4.2.2 fit
 * @param birthComplete false if the zone leaves out the day or month of birth
 */
record MrzReading(Mrz mrz, boolean checkDigitsAgree, boolean birthComplete) {}
