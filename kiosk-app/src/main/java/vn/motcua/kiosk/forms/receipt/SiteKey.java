package vn.motcua.kiosk.forms.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public key of a site, by which its receipts are proved: Ed25519 (RFC 8032).
 *
 * @param text its 32 bytes in base 32
 */
public record SiteKey(String text) {
  private static final int BYTES = 32;

  /** What stands before the key itself in its X.509 form (RFC 8410 §4). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  /**
   * @throws IllegalArgumentException unless it is a key
   */
  public SiteKey {
    if (Base32.decode(text, BYTES).isEmpty()) {
      throw new IllegalArgumentException("not a key");
    }
  }

  /** The key with those 32 bytes. */
  static Optional<SiteKey> of(byte[] raw) {
    return raw.length == BYTES ? Optional.of(new SiteKey(Base32.encode(raw))) : Optional.empty();
  }

  /** The key in its X.509 form. */
  static Optional<SiteKey> ofX509(byte[] encoded) {
    if (encoded.length != X509.length + BYTES) {
      return Optional.empty();
    }
    byte[] raw = new byte[BYTES];
    System.arraycopy(encoded, X509.length, raw, 0, BYTES);
    byte[] head = java.util.Arrays.copyOf(encoded, X509.length);
    return MessageDigest.isEqual(head, X509) ? of(raw) : Optional.empty();
  }

  /** The key in a PEM file; text before and after it does not matter. */
  public static Optional<SiteKey> ofPem(String pem) {
    Matcher found = PEM.matcher(pem);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return ofX509(Base64.getMimeDecoder().decode(found.group(1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The key as a PEM file, with a line that tells whose it is and its fingerprint. */
  public String pem(String site) {
    return "# "
        + site.replaceAll("\\s+", " ").strip()
        + "\n# "
        + fingerprint()
        + "\n-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(x509())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** Eight groups of four, to be compared over the telephone. */
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw());
      String hex = HexFormat.of().withUpperCase().formatHex(hash, 0, 16);
      return hex.replaceAll("(.{4})(?!$)", "$1 ");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Whether this key has signed {@code message}. */
  boolean verifies(byte[] message, byte[] signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509()));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException notSo) {
      // 32 bytes that are no point of the curve, or a signature that cannot be one.
      return false;
    }
  }

  private byte[] raw() {
    return Base32.decode(text, BYTES).orElseThrow();
  }

  private byte[] x509() {
    byte[] raw = raw();
    byte[] all = java.util.Arrays.copyOf(X509, X509.length + BYTES);
    System.arraycopy(raw, 0, all, X509.length, BYTES);
    return all;
  }
}
