package vn.motcua.scanner.barcode.hidpos;

/** What a field of a report can be to a barcode reader: usage page and usage in one number. */
enum ScanField {
  /** Generic Desktop, Byte Count: how many bytes of the data are meant. */
  BYTE_COUNT(0x01_003B),
  /** The three characters of the AIM identifier, {@code ]Q1}. */
  SYMBOLOGY_1(0x8C_00FB),
  SYMBOLOGY_2(0x8C_00FC),
  SYMBOLOGY_3(0x8C_00FD),
  /** The text, or a part of it. */
  DECODED_DATA(0x8C_00FE),
  /** Not zero: the next report goes on with the same code. */
  CONTINUED(0x8C_00FF),
  OTHER(-1);

  private final int usage;

  ScanField(int usage) {
    this.usage = usage;
  }

  static ScanField of(long usage) {
    for (ScanField field : values()) {
      if (field.usage == usage) {
        return field;
      }
    }
    return OTHER;
  }
}
