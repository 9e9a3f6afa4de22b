package vn.motcua.scanner.paper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/** Looks whether all strips or tiles of a TIFF's first picture are in the file (TIFF 6.0 §2). */
final class TiffShape {
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_COUNTS = 279;
  private static final int X_RESOLUTION = 282;
  private static final int RESOLUTION_UNIT = 296;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_COUNTS = 325;
  private static final int MAX_PIECES = 100_000;

  private final ByteBuffer in;
  private final int directory;
  private final int entries;

  private TiffShape(byte[] tiff) throws FaultException {
    in = ByteBuffer.wrap(tiff);
    in.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    directory = inside(number(4, 4), 2);
    entries = (int) number(directory, 2);
    inside(directory + 2L, 12L * entries);
  }

  /** Gives the dots per inch, if it says so. */
  static OptionalInt check(byte[] tiff) throws FaultException {
    return new TiffShape(tiff).check();
  }

  private OptionalInt check() throws FaultException {
    long[] offsets = values(STRIP_OFFSETS);
    long[] counts = values(STRIP_COUNTS);
    if (offsets.length == 0) {
      offsets = values(TILE_OFFSETS);
      counts = values(TILE_COUNTS);
    }
    if (offsets.length == 0 || offsets.length != counts.length) {
      throw PageImages.bad("TIFF without a picture");
    }
    for (int i = 0; i < offsets.length; i++) {
      inside(offsets[i], counts[i]);
    }
    return dpi();
  }

  private OptionalInt dpi() throws FaultException {
    int entry = entry(X_RESOLUTION);
    long[] unit = values(RESOLUTION_UNIT);
    if (entry < 0 || (unit.length == 1 && unit[0] == 1)) {
      return OptionalInt.empty();
    }
    int at = inside(number(entry + 8, 4), 8);
    long above = number(at, 4);
    long below = number(at + 4, 4);
    if (below == 0) {
      return OptionalInt.empty();
    }
    double value = (double) above / below;
    int dpi = (int) Math.round(unit.length == 1 && unit[0] == 3 ? value * 2.54 : value);
    return dpi > 1 ? OptionalInt.of(dpi) : OptionalInt.empty();
  }

  private int entry(int tag) throws FaultException {
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + 12 * i;
      if (number(at, 2) == tag) {
        return at;
      }
    }
    return -1;
  }

  /** The values of a tag of type SHORT or LONG; empty if it is not there. */
  private long[] values(int tag) throws FaultException {
    int entry = entry(tag);
    if (entry < 0) {
      return new long[0];
    }
    int bytes = number(entry + 2, 2) == 3 ? 2 : 4;
    long count = number(entry + 4, 4);
    if (count > MAX_PIECES) {
      throw PageImages.bad("TIFF in too many pieces");
    }
    int at = count * bytes <= 4 ? entry + 8 : inside(number(entry + 8, 4), count * bytes);
    long[] values = new long[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] = number(at + i * bytes, bytes);
    }
    return values;
  }

  private long number(int at, int bytes) throws FaultException {
    inside(at, bytes);
    return bytes == 2
        ? Short.toUnsignedInt(in.getShort(at))
        : Integer.toUnsignedLong(in.getInt(at));
  }

  private int inside(long at, long length) throws FaultException {
    if (at < 0 || length < 0 || at + length > in.capacity()) {
      throw PageImages.bad("TIFF cut off");
    }
    return (int) at;
  }
}
