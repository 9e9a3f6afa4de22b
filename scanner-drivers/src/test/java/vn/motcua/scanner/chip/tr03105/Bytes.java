package vn.motcua.scanner.chip.tr03105;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;

/** Writes files, right or wrong. */
final class Bytes {
  private Bytes() {}

  /** Tag, length in its shortest form, value. */
  static byte[] tlv(int tag, byte[]... parts) {
    byte[] value = join(parts);
    return join(tag(tag), length(value.length), value);
  }

  private static byte[] tag(int tag) {
    return tag > 0xFF ? new byte[] {(byte) (tag >> 8), (byte) tag} : new byte[] {(byte) tag};
  }

  private static byte[] length(int length) {
    if (length < 0x80) {
      return new byte[] {(byte) length};
    }
    return length <= 0xFF
        ? new byte[] {(byte) 0x81, (byte) length}
        : length <= 0xFFFF
            ? new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length}
            : new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The value of a file with one tag of one byte. */
  static byte[] inside(byte[] file) {
    int first = file[1] & 0xFF;
    return Arrays.copyOfRange(file, first < 0x80 ? 2 : 2 + (first & 0x7F), file.length);
  }

  /** The same file with another outer tag. */
  static byte[] retagged(byte[] file, int tag) {
    byte[] other = file.clone();
    other[0] = (byte) tag;
    return other;
  }

  /** The same file whose outer length is larger or smaller by {@code by} than its value. */
  static byte[] relengthed(byte[] file, int by) {
    byte[] other = file.clone();
    int first = file[1] & 0xFF;
    int at = first < 0x80 ? 1 : 1 + (first & 0x7F);
    other[at] += (byte) by;
    if ((other[at] & 0xFF) != (file[at] & 0xFF) + by) {
      throw new IllegalArgumentException("the length would need a carry");
    }
    return other;
  }

  /** The same with one bit of the last byte changed. */
  static byte[] flipped(byte[] bytes) {
    return flipped(bytes, bytes.length - 1);
  }

  /** The same with one bit of one byte changed. */
  static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 1;
    return other;
  }

  /** The first place where {@code part} stands. */
  static int find(byte[] bytes, byte[] part) {
    for (int at = 0; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not in there");
  }

  static byte[] status(int status) {
    return new byte[] {(byte) (status >> 8), (byte) status};
  }
}
