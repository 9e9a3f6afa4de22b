package vn.motcua.scanner.barcode.image;

/** The kinds of codes that are looked for. */
public enum Symbology {
  /** ISO/IEC 18004: receipts, cards, payments. */
  QR,
  /** ISO/IEC 15417: the dossier code on forms. */
  CODE_128,
  /** ISO/IEC 15438. */
  PDF_417
}
