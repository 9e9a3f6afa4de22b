package vn.motcua.scanner.chip.simulated;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the flat data objects of a command; whatever is malformed is an illegal argument. */
final class CardTlv {
  private CardTlv() {}

  /** Tag → value, in their order. */
  static Map<Integer, byte[]> parse(byte[] data) {
    Map<Integer, byte[]> found = new LinkedHashMap<>();
    int at = 0;
    while (at < data.length) {
      int tag = at(data, at++);
      if ((tag & 0x1F) == 0x1F) {
        tag = tag << 8 | at(data, at++);
      }
      int length = at(data, at++);
      if (length > 0x80 && length <= 0x83) {
        int bytes = length & 0x7F;
        length = 0;
        for (int i = 0; i < bytes; i++) {
          length = length << 8 | at(data, at++);
        }
      } else if (length >= 0x80) {
        throw new IllegalArgumentException("length");
      }
      if (length > data.length - at) {
        throw new IllegalArgumentException("length");
      }
      found.put(tag, Arrays.copyOfRange(data, at, at + length));
      at += length;
    }
    return found;
  }

  /** The value of one data object, empty if it is not there. */
  static byte[] value(byte[] data, int tag) {
    return parse(data).getOrDefault(tag, new byte[0]);
  }

  private static int at(byte[] data, int at) {
    if (at >= data.length) {
      throw new IllegalArgumentException("truncated");
    }
    return data[at] & 0xFF;
  }
}
