package vn.motcua.scanner.chip;

/** The data groups that are read (ICAO 9303-10 §4.7). Fingerprints (DG3) are not among them. */
enum DataGroup {
  ZONE(1, 0x61, 1024),
  FACE(2, 0x75, 131_072),
  NATIONAL(13, 0x6D, 16_384),
  SECURITY_OPTIONS(14, 0x6E, 8192),
  SIGNATURE_KEY(15, 0x6F, 4096);

  private final int number;
  private final int tag;
  private final int cap;

  DataGroup(int number, int tag, int cap) {
    this.number = number;
    this.tag = tag;
    this.cap = cap;
  }

  /** As in DGn. */
  int number() {
    return number;
  }

  /** Its file's identifier. */
  int id() {
    return 0x0100 + number;
  }

  /** What its file begins with. */
  int tag() {
    return tag;
  }

  /** Longer than it can sensibly be, in bytes. */
  int cap() {
    return cap;
  }
}
