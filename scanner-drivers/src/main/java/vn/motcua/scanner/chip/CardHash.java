package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether two cards are one, without keeping whose they are. A number has so few digits that
 * a plain hash could be tried through; this one is salted and slow (RFC 8018 §5.2), which makes
 * trying costly, not impossible.
 */
final class CardHash {
  private static final int ROUNDS = 200_000;

  private CardHash() {}

  /**
   * The hash with all that is needed to compute it again.
   *
   * @param salt at least sixteen random bytes
   */
  static String of(byte[] salt, String state, String number) {
    try {
      PBEKeySpec spec = new PBEKeySpec((state + ':' + number).toCharArray(), salt, ROUNDS, 256);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      spec.clearPassword();
      Base64.Encoder base64 = Base64.getEncoder();
      return "pbkdf2-sha256:"
          + ROUNDS
          + ':'
          + base64.encodeToString(salt)
          + ':'
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2 is missing", e);
    }
  }
}
