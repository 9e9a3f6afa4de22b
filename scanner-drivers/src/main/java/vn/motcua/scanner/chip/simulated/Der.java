package vn.motcua.scanner.chip.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes tag, length and value; lengths in their shortest form. */
final class Der {
  private Der() {}

  static byte[] tlv(int tag, byte[]... parts) {
    byte[] value = join(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 6);
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    int length = value.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length <= 0xFF) {
      out.write(0x81);
      out.write(length);
    } else if (length <= 0xFFFF) {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    } else {
      out.write(0x83);
      out.write(length >> 16);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  static byte[] integer(int value) {
    return tlv(0x02, java.math.BigInteger.valueOf(value).toByteArray());
  }

  /** An object identifier from its form with dots. */
  static byte[] oid(String dots) {
    try {
      return new org.bouncycastle.asn1.ASN1ObjectIdentifier(dots).getEncoded("DER");
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] utf8(String text) {
    return tlv(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] printable(String text) {
    return tlv(0x13, text.getBytes(StandardCharsets.US_ASCII));
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
}
