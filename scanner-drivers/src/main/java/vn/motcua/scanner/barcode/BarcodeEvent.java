package vn.motcua.scanner.barcode;

/** Something that a barcode reader delivered. */
public sealed interface BarcodeEvent {
  /** The id of the reader. */
  String reader();

  /**
   * A scan whose text is harmless to look at: valid UTF-8 in NFC, at most 512 bytes, no control,
   * format or surrogate characters, not empty.
   */
  record Scanned(String reader, String text) implements BarcodeEvent {}

  /** A scan that was thrown away. */
  record Refused(String reader, BarcodeFault fault) implements BarcodeEvent {}
}
