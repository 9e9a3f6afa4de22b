package vn.motcua.scanner.chip;

/** Reads big-endian numbers from bytes that may end anywhere. */
final class Octets {
  private final byte[] data;
  private final int end;
  private int at;

  /** Reads {@code data} from {@code at} up to {@code end}, both inside it. */
  Octets(byte[] data, int at, int end) {
    this.data = data;
    this.at = at;
    this.end = end;
  }

  Octets(byte[] data) {
    this(data, 0, data.length);
  }

  /** Where the next byte stands. */
  int at() {
    return at;
  }

  /** Bytes that are left. */
  int left() {
    return end - at;
  }

  int u8() throws UnusableFaceException {
    if (at >= end) {
      throw UnusableFaceException.damaged("the picture ends too early");
    }
    return data[at++] & 0xFF;
  }

  int u16() throws UnusableFaceException {
    return u8() << 8 | u8();
  }

  long u32() throws UnusableFaceException {
    return (long) u16() << 16 | u16();
  }

  /** The last two bytes; two must be left. */
  int last16() {
    return (data[end - 2] & 0xFF) << 8 | (data[end - 1] & 0xFF);
  }

  /** A part of {@code length} bytes, which are skipped here. */
  Octets part(long length) throws UnusableFaceException {
    if (length < 0 || length > left()) {
      throw UnusableFaceException.damaged("a length points past the end");
    }
    int from = at;
    at += (int) length;
    return new Octets(data, from, at);
  }
}
