package vn.motcua.kiosk.forms.receipt;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Originals;

/**
 * The text of a signed receipt's QR, all of it in the alphanumeric mode of ISO/IEC 18004:
 *
 * <pre>MC2/code/secret/pages/originals/due/content/key/signature</pre>
 *
 * <p>{@code originals} is N (none), H (held) or G (given back), {@code due} yyMMddHHmm, {@code
 * content} 160 bits of SHA-256, {@code key} the site's Ed25519 public key and {@code signature} its
 * signature (RFC 8032) of all that stands before the last slash; the last three in base 32. The key
 * stands in the text so that a change can be told from a receipt of an unknown site.
 */
public final class SignedText {
  /** What every signed receipt begins with. */
  public static final String PREFIX = "MC2/";

  /** No signed receipt is longer. */
  static final int LONGEST = 400;

  /** None is shorter: content, key and signature alone have 187 characters. */
  static final int SHORTEST = 200;

  private static final int PARTS = 9;
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final Map<Originals, String> ORIGINALS =
      Map.of(Originals.NONE, "N", Originals.HELD, "H", Originals.GIVEN_BACK, "G");
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("uuMMddHHmm", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * A text whose grammar is right; whether its signature is, {@link #isSound} tells.
   *
   * @param claim what it says
   * @param key of the site that is said to have signed it
   * @param signed what the signature is of
   * @param signature base 32
   */
  public record Parsed(ReceiptClaim claim, SiteKey key, String signed, String signature) {
    /** Whether the key that stands in the text has signed it. */
    public boolean isSound() {
      return Base32.decode(signature, SIGNATURE_BYTES)
          .filter(bytes -> key.verifies(signed.getBytes(StandardCharsets.US_ASCII), bytes))
          .isPresent();
    }
  }

  private SignedText() {}

  /** The signed text of {@code claim}. */
  public static String of(ReceiptClaim claim, SiteSigner signer) {
    String signed =
        String.join(
            "/",
            List.of(
                PREFIX.substring(0, PREFIX.length() - 1),
                claim.code().value(),
                claim.secret().value(),
                Integer.toString(claim.pages()),
                ORIGINALS.getOrDefault(claim.originals(), "N"),
                DUE.format(claim.due()),
                claim.content(),
                signer.key().text()));
    byte[] signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "/" + Base32.encode(signature);
  }

  /** Reads a text strictly: every claim has one writing only. Never throws. */
  public static Optional<Parsed> parse(String text) {
    if (text.length() > LONGEST || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = text.split("/", -1);
    if (parts.length != PARTS || !parts[3].matches("0|[1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    Optional<DossierCode> code = DossierCode.strict(parts[1]);
    Optional<LookupSecret> secret =
        LookupSecret.read(parts[2]).filter(read -> read.value().equals(parts[2]));
    Optional<Originals> originals =
        ORIGINALS.entrySet().stream()
            .filter(each -> each.getValue().equals(parts[4]))
            .map(Map.Entry::getKey)
            .findFirst();
    Optional<LocalDateTime> due = due(parts[5]);
    Optional<SiteKey> key = Base32.decode(parts[7], KEY_BYTES).flatMap(SiteKey::of);
    if (code.isEmpty()
        || secret.isEmpty()
        || originals.isEmpty()
        || due.isEmpty()
        || key.isEmpty()
        || Base32.decode(parts[6], ReceiptContent.BYTES).isEmpty()
        || Base32.decode(parts[8], SIGNATURE_BYTES).isEmpty()) {
      return Optional.empty();
    }
    ReceiptClaim claim =
        new ReceiptClaim(
            code.get(),
            secret.get(),
            Integer.parseInt(parts[3]),
            originals.get(),
            due.get(),
            parts[6]);
    String signed = text.substring(0, text.lastIndexOf('/'));
    return Optional.of(new Parsed(claim, key.get(), signed, parts[8]));
  }

  private static Optional<LocalDateTime> due(String text) {
    try {
      return text.matches("[0-9]{10}")
          ? Optional.of(LocalDateTime.parse(text, DUE))
          : Optional.empty();
    } catch (DateTimeException notDate) {
      return Optional.empty();
    }
  }
}
