package vn.motcua.scanner.chip;

/** As a travel document states it (ICAO 9303-3 §4.4). */
public enum Sex {
  MALE,
  FEMALE,
  UNSPECIFIED
}
