package vn.motcua.kiosk.desk;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The lock of a profile: the PIN as PBKDF2-HMAC-SHA-256 (NIST SP 800-132).
 *
 * <p>It protects against slips of the hand and casual tampering. Whoever may write the data folder
 * can replace the file, and four digits can be guessed from their hash; for that the file system's
 * rights are there.
 *
 * @param salt 16 bytes, hexadecimal
 * @param rounds iterations, 100,000 to 10,000,000
 * @param hash 32 bytes, hexadecimal
 */
record ProfileLock(String salt, int rounds, String hash) {
  private static final int ROUNDS = 210_000;
  private static final int LEAST_ROUNDS = 100_000;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  ProfileLock {
    if (HexFormat.of().parseHex(salt).length != SALT_BYTES
        || HexFormat.of().parseHex(hash).length != HASH_BYTES
        || rounds < LEAST_ROUNDS
        || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("lock");
    }
  }

  /** Whether {@code pin} can be one: 4 to 12 digits. */
  static boolean isPin(String pin) {
    return pin.matches("[0-9]{4,12}");
  }

  static ProfileLock of(String pin, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new ProfileLock(
        HexFormat.of().formatHex(salt), ROUNDS, HexFormat.of().formatHex(hash(pin, salt, ROUNDS)));
  }

  boolean opensWith(String pin) {
    byte[] tried = hash(pin, HexFormat.of().parseHex(salt), rounds);
    return MessageDigest.isEqual(tried, HexFormat.of().parseHex(hash));
  }

  private static byte[] hash(String pin, byte[] salt, int rounds) {
    char[] digits = pin.toCharArray();
    PBEKeySpec spec = new PBEKeySpec(digits, salt, rounds, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing); // every Java platform has it
    } finally {
      spec.clearPassword();
      Arrays.fill(digits, '0');
    }
  }
}
