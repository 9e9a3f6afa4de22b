package vn.motcua.scanner.chip.simulated;

/** Status words (ISO/IEC 7816-4 §5.6). */
final class Sw {
  static final int OK = 0x9000;
  static final int END_OF_FILE = 0x6282;
  static final int NOT_AUTHENTICATED = 0x6300;
  static final int WRONG_LENGTH = 0x6700;
  static final int NOT_ALLOWED = 0x6982;
  static final int BLOCKED = 0x6983;
  static final int CONDITIONS = 0x6985;
  static final int NO_FILE_SELECTED = 0x6986;
  static final int WRONG_SM = 0x6988;
  static final int WRONG_DATA = 0x6A80;
  static final int NOT_FOUND = 0x6A82;
  static final int WRONG_P1_P2 = 0x6A86;
  static final int NO_REFERENCE = 0x6A88;
  static final int WRONG_OFFSET = 0x6B00;
  static final int NO_INSTRUCTION = 0x6D00;

  private Sw() {}
}
