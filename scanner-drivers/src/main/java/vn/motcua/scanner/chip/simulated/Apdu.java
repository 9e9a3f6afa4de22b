package vn.motcua.scanner.chip.simulated;

import java.util.Arrays;
import java.util.Optional;

/**
 * A command APDU taken apart (ISO/IEC 7816-4 §5.1).
 *
 * @param ne how many bytes the answer may have, 0 for none, up to 65536
 * @param extended whether it came in the extended form
 */
record Apdu(int cla, int ins, int p1, int p2, byte[] data, int ne, boolean extended) {
  boolean secured() {
    return (cla & 0x0C) == 0x0C;
  }

  byte[] header() {
    return new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2};
  }

  /** Short and extended forms; empty if the lengths do not add up. */
  static Optional<Apdu> parse(byte[] c) {
    if (c.length < 4) {
      return Optional.empty();
    }
    int n = c.length;
    if (n == 4) {
      return Optional.of(of(c, 0, 0, 0));
    }
    int first = c[4] & 0xFF;
    if (n == 5) {
      return Optional.of(of(c, 0, 0, first == 0 ? 256 : first));
    }
    if (first != 0) {
      if (n == 5 + first) {
        return Optional.of(of(c, 5, first, 0));
      }
      if (n == 6 + first) {
        int le = c[n - 1] & 0xFF;
        return Optional.of(of(c, 5, first, le == 0 ? 256 : le));
      }
      return Optional.empty();
    }
    if (n < 7) {
      return Optional.empty();
    }
    int length = two(c, 5);
    if (n == 7) {
      return Optional.of(of(c, 0, 0, length == 0 ? 65_536 : length));
    }
    if (length > 0 && n == 7 + length) {
      return Optional.of(of(c, 7, length, 0));
    }
    if (length > 0 && n == 9 + length) {
      int le = two(c, n - 2);
      return Optional.of(of(c, 7, length, le == 0 ? 65_536 : le));
    }
    return Optional.empty();
  }

  private static Apdu of(byte[] c, int from, int length, int ne) {
    return new Apdu(
        c[0] & 0xFF,
        c[1] & 0xFF,
        c[2] & 0xFF,
        c[3] & 0xFF,
        Arrays.copyOfRange(c, from, from + length),
        ne,
        from == 7 || (from == 0 && c.length == 7));
  }

  private static int two(byte[] c, int at) {
    return ((c[at] & 0xFF) << 8) | (c[at + 1] & 0xFF);
  }
}
