package vn.motcua.kiosk.store.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of a data folder, 32 bytes. Each use has a key of its own, derived from it (HKDF
 * with SHA-256, RFC 5869), so that no two uses can be played against each other.
 */
public final class MasterKey {
  /** Bytes of the secret. */
  public static final int BYTES = 32;

  /**
   * Named, since a search among all providers would load each of them, those of the class path with
   * their signed jars too: a fifth of the time to the first screen.
   */
  private static final String PROVIDER = "SunJCE";

  private final byte[] secret;

  /**
   * @throws IllegalArgumentException unless it has {@link #BYTES} bytes
   */
  public MasterKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a key of " + secret.length + " bytes");
    }
    this.secret = secret.clone();
  }

  /** The key as it was before keys were derived: for hashes that are older than that. */
  public SecretKey itself(String algorithm) {
    return new SecretKeySpec(secret, algorithm);
  }

  /**
   * @param use names what the key is for; the same name gives the same key for ever
   */
  public SecretKey of(String use, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256", PROVIDER)
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(("motcua " + use).getBytes(StandardCharsets.UTF_8), BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 25 has HKDF", impossible);
    }
  }

  /** Tells one secret from another without saying anything of it: 64 hexadecimal digits. */
  public String fingerprint() {
    return HexFormat.of().formatHex(of("fingerprint", "Generic").getEncoded());
  }

  /** The secret, for whoever wraps it. The caller wipes it. */
  public byte[] copy() {
    return secret.clone();
  }

  /** Wipes the bytes of a copy. */
  public static void wipe(byte[] copy) {
    Arrays.fill(copy, (byte) 0);
  }

  @Override
  public String toString() {
    return "MasterKey[…]";
  }
}
