package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;

/** What a text from a barcode reader means here. */
public sealed interface ScannedCode {
  /** A receipt's QR: leads straight to its dossier. */
  record Receipt(DossierCode code, LookupSecret secret) implements ScannedCode {}

  /** A receipt's Code 128: the secret is still to be asked for. */
  record CodeOnly(DossierCode code) implements ScannedCode {}

  /** The QR of a citizen card. */
  record Card(CitizenQr qr) implements ScannedCode {}

  /** Text, but nothing that this centre knows. */
  record Unknown() implements ScannedCode {}

  /** Reads {@code text} strictly: version, grammar, dates. Never throws. */
  static ScannedCode read(String text) {
    throw new UnsupportedOperationException();
  }

  /** The text of a receipt's QR: version, code and secret: {@code MC1|code|secret}. */
  static String receiptText(DossierCode code, LookupSecret secret) {
    return "MC1|" + code.value() + "|" + secret.value();
  }
}
