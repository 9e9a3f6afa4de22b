package vn.motcua.kiosk.paper.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The three tags of an Exif block (Exif 2.3 §4.6.2) that matter to a page. A spoiled block says
 * nothing; it never spoils the page.
 */
record ExifBlock(Orientation orientation, double xDpi, double yDpi) {
  private static final int MAX_TAGS = 200;

  static Optional<ExifBlock> parse(byte[] file, int from, int to) {
    int length = to - from;
    if (length < 14) {
      return Optional.empty();
    }
    ByteBuffer tiff = ByteBuffer.wrap(file, from, length).slice();
    short order = tiff.getShort(0);
    if (order == 0x4949) {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    } else if (order != 0x4D4D) {
      return Optional.empty();
    }
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (tiff.getShort(2) != 42 || directory + 2 > length) {
      return Optional.empty();
    }
    int start = (int) directory;
    int count = Math.min(tiff.getShort(start) & 0xFFFF, MAX_TAGS);
    Orientation orientation = Orientation.UPRIGHT;
    double x = 0;
    double y = 0;
    double unit = 1;
    for (int i = 0; i < count; i++) {
      int entry = start + 2 + 12 * i;
      if (entry + 12 > length) {
        break;
      }
      switch (tiff.getShort(entry) & 0xFFFF) {
        case 0x0112 -> orientation = Orientation.ofTag(tiff.getShort(entry + 8));
        case 0x011A -> x = rational(tiff, entry, length);
        case 0x011B -> y = rational(tiff, entry, length);
        case 0x0128 -> unit = tiff.getShort(entry + 8) == 3 ? 2.54 : 1;
        default -> {
          // not of a page
        }
      }
    }
    return Optional.of(new ExifBlock(orientation, x * unit, y * unit));
  }

  private static double rational(ByteBuffer tiff, int entry, int length) {
    long at = Integer.toUnsignedLong(tiff.getInt(entry + 8));
    if (at + 8 > length) {
      return 0;
    }
    long above = Integer.toUnsignedLong(tiff.getInt((int) at));
    long below = Integer.toUnsignedLong(tiff.getInt((int) at + 4));
    return below == 0 ? 0 : (double) above / below;
  }
}
