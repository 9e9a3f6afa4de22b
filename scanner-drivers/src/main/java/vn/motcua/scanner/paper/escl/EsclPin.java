package vn.motcua.scanner.paper.escl;

import java.util.HexFormat;
import java.util.Locale;

/**
 * The key of a scanner that a technician looked at and accepted.
 *
 * @param authority host and port, as {@link EsclAddress#authority()} writes them
 * @param fingerprint SHA-256 of the certificate's SubjectPublicKeyInfo (as in RFC 7469 §2.4), 64
 *     hexadecimal digits in upper case
 * @param subject whom the certificate names, printable, at most 200 characters; for people only
 */
public record EsclPin(String authority, String fingerprint, String subject) {
  private static final int LONGEST_SUBJECT = 200;

  public EsclPin {
    if (!authority.matches("[^\\s=]{3,300}")) {
      throw new IllegalArgumentException("authority: " + authority);
    }
    fingerprint = plain(fingerprint);
    if (!fingerprint.matches("[0-9A-F]{64}")) {
      throw new IllegalArgumentException("fingerprint: " + fingerprint);
    }
    String shown = subject.replaceAll("\\p{C}", " ").strip();
    subject = shown.substring(0, Math.min(shown.length(), LONGEST_SUBJECT));
  }

  EsclPin(String authority, byte[] sha256, String subject) {
    this(authority, HexFormat.of().formatHex(sha256), subject);
  }

  /** Upper case, without the colons and spaces that people put between. */
  static String plain(String fingerprint) {
    return fingerprint.replaceAll("[:\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** Whether {@code other}, as a person wrote it, is this fingerprint. */
  public boolean hasFingerprint(String other) {
    return fingerprint.equals(plain(other));
  }

  /** The fingerprint as people compare it: two digits each, with colons between. */
  public String shown() {
    return String.join(":", fingerprint.split("(?<=\\G..)"));
  }
}
