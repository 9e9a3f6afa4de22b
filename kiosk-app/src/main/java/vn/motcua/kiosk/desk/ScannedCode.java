package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.forms.receipt.SignedText;
import vn.motcua.kiosk.payment.VietQr;

/** What a text from a barcode reader means here. */
public sealed interface ScannedCode {
  /** A receipt's QR: leads straight to its dossier. */
  record Receipt(DossierCode code, LookupSecret secret) implements ScannedCode {}

  /** A receipt's Code 128: the secret is still to be asked for. */
  record CodeOnly(DossierCode code) implements ScannedCode {}

  /** The QR of a citizen card. */
  record Card(CitizenQr qr) implements ScannedCode {}

  /** A code for a bank's application: where money is to go. */
  record Payment(VietQr qr) implements ScannedCode {}

  /** A form that was begun and not handed in. */
  record Draft(DraftCode code) implements ScannedCode {}

  /** Text, but nothing that this centre knows. */
  record Unknown() implements ScannedCode {}

  /** No code of ours is longer (a reader lets 512 bytes through). */
  int LONGEST = 512;

  /** Reads {@code text} strictly: version, grammar, dates, checksums. Never throws. */
  static ScannedCode read(String text) {
    if (text.length() > LONGEST) {
      return new Unknown();
    }
    String[] parts = text.split("\\|", -1);
    if (parts[0].equals("MC1")) {
      Optional<DossierCode> code =
          parts.length == 3 ? DossierCode.strict(parts[1]) : Optional.empty();
      Optional<LookupSecret> secret =
          parts.length == 3
              ? LookupSecret.read(parts[2]).filter(read -> read.value().equals(parts[2]))
              : Optional.empty();
      return code.isPresent() && secret.isPresent()
          ? new Receipt(code.get(), secret.get())
          : new Unknown();
    }
    if (text.startsWith(SignedText.PREFIX)) {
      // One that its own key does not bear out was misread, or made by hand.
      return SignedText.parse(text)
          .filter(SignedText.Parsed::isSound)
          .map(SignedText.Parsed::claim)
          .<ScannedCode>map(claim -> new Receipt(claim.code(), claim.secret()))
          .orElseGet(Unknown::new);
    }
    if (text.startsWith(DraftCode.PREFIX)) {
      return DraftCode.strict(text).<ScannedCode>map(Draft::new).orElseGet(Unknown::new);
    }
    if (parts.length == 1) {
      return DossierCode.strict(text)
          .<ScannedCode>map(CodeOnly::new)
          .or(() -> VietQr.read(text).map(Payment::new))
          .orElseGet(Unknown::new);
    }
    return CitizenQr.read(text).<ScannedCode>map(Card::new).orElseGet(Unknown::new);
  }

  /** The text of an unsigned receipt's QR: version, code and secret: {@code MC1|code|secret}. */
  static String receiptText(DossierCode code, LookupSecret secret) {
    return "MC1|" + code.value() + "|" + secret.value();
  }
}
