package vn.motcua.scanner.chip;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes DER for the fuzz tests, independently of what is tested. */
final class Encoded {
  private Encoded() {}

  static byte[] tlv(int tag, byte[]... parts) {
    byte[] value = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 8);
    out.writeBytes(unsigned(tag));
    if (value.length < 0x80) {
      out.write(value.length);
    } else {
      byte[] length = unsigned(value.length);
      out.write(0x80 | length.length);
      out.writeBytes(length);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  static byte[] utf8(String text) {
    return tlv(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** The same, shortened by {@code less} bytes. */
  static byte[] cut(byte[] whole, int less) {
    return Arrays.copyOf(whole, whole.length - less);
  }

  /** Without leading zeros, but at least one byte. */
  private static byte[] unsigned(int number) {
    byte[] signed = BigInteger.valueOf(number & 0xFFFFFFFFL).toByteArray();
    return signed.length > 1 && signed[0] == 0
        ? Arrays.copyOfRange(signed, 1, signed.length)
        : signed;
  }
}
