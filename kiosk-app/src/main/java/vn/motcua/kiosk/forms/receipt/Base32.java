package vn.motcua.kiosk.forms.receipt;

import java.util.Optional;

/**
 * RFC 4648 §6 without padding: a QR carries it as alphanumeric text, and no keyboard layout spoils
 * it. Strict: each value has one text only.
 */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : bytes) {
      buffer = buffer << 8 | (each & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt(buffer >> bits & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(buffer << (5 - bits) & 31));
    }
    return text.toString();
  }

  /** Empty unless {@code text} is exactly what {@link #encode} makes of {@code length} bytes. */
  static Optional<byte[]> decode(String text, int length) {
    if (text.length() != (length * 8 + 4) / 5) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      buffer = buffer << 5 | value;
      bits += 5;
      if (bits >= 8 && at < length) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
      buffer &= (1 << bits) - 1;
    }
    return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }
}
