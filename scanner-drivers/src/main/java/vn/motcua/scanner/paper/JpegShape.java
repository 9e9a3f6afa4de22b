package vn.motcua.scanner.paper;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/** Walks the segments of a JPEG from its first marker to its last (ITU-T T.81 Annex B). */
final class JpegShape {
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private JpegShape() {}

  /** Gives the dots per inch of the JFIF header, if there is one. */
  static OptionalInt check(byte[] jpeg) throws FaultException {
    OptionalInt dpi = OptionalInt.empty();
    boolean frame = false;
    boolean scan = false;
    int at = 2;
    while (true) {
      int marker = marker(jpeg, at);
      at += 2;
      if (marker == 0xff) {
        at--; // a fill byte
        continue;
      }
      if (marker == EOI) {
        if (!frame || !scan) {
          throw PageImages.bad("JPEG without a picture");
        }
        return dpi;
      }
      if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        continue; // stands alone
      }
      int length = word(jpeg, at);
      if (length < 2 || at + length > jpeg.length) {
        throw PageImages.bad("JPEG cut off in a segment");
      }
      frame |=
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (marker == APP0) {
        dpi = density(jpeg, at, length);
      }
      at += length;
      if (marker == SOS) {
        scan = true;
        at = afterEntropy(jpeg, at);
      }
    }
  }

  /**
   * Skips coded data: up to a marker that is neither a stuffed byte nor a restart. Megabytes pass
   * here while a person waits, so eight bytes are looked at in one.
   */
  private static int afterEntropy(byte[] jpeg, int from) throws FaultException {
    int at = from;
    while (at + 1 < jpeg.length) {
      if (at + Long.BYTES < jpeg.length && !hasFf((long) LONGS.get(jpeg, at))) {
        at += Long.BYTES;
        continue;
      }
      int end = Math.min(at + Long.BYTES, jpeg.length - 1);
      for (; at < end; at++) {
        if (jpeg[at] == (byte) 0xff) {
          int next = jpeg[at + 1] & 0xff;
          if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
            return at;
          }
        }
      }
    }
    throw PageImages.bad("JPEG cut off");
  }

  /** Whether one of the eight bytes is 0xff: a zero byte of the complement. */
  private static boolean hasFf(long bytes) {
    long inverse = ~bytes;
    return ((inverse - 0x0101010101010101L) & ~inverse & 0x8080808080808080L) != 0;
  }

  private static OptionalInt density(byte[] jpeg, int at, int length) {
    boolean jfif =
        length >= 14
            && jpeg[at + 2] == 'J'
            && jpeg[at + 3] == 'F'
            && jpeg[at + 4] == 'I'
            && jpeg[at + 5] == 'F';
    if (!jfif) {
      return OptionalInt.empty();
    }
    int unit = jpeg[at + 9];
    int x = (jpeg[at + 10] & 0xff) << 8 | (jpeg[at + 11] & 0xff);
    if (unit == 2) {
      x = (int) Math.round(x * 2.54);
    }
    return x > 1 && (unit == 1 || unit == 2) ? OptionalInt.of(x) : OptionalInt.empty();
  }

  private static int marker(byte[] jpeg, int at) throws FaultException {
    if (at + 1 >= jpeg.length) {
      throw PageImages.bad("JPEG cut off");
    }
    if (jpeg[at] != (byte) 0xff) {
      throw PageImages.bad("no JPEG marker where one is due");
    }
    return jpeg[at + 1] & 0xff;
  }

  private static int word(byte[] jpeg, int at) throws FaultException {
    if (at + 1 >= jpeg.length) {
      throw PageImages.bad("JPEG cut off");
    }
    return (jpeg[at] & 0xff) << 8 | (jpeg[at + 1] & 0xff);
  }
}
