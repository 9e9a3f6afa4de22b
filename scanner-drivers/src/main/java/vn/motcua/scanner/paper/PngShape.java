package vn.motcua.scanner.paper;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import vn.motcua.scanner.FaultException;

/** Walks the chunks of a PNG and checks their sums (ISO/IEC 15948 §5). */
final class PngShape {
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int PHYS = 0x70485973;
  private static final double INCHES_PER_METRE = 39.3701;

  private PngShape() {}

  /** Gives the dots per inch of the pHYs chunk, if there is one. */
  static OptionalInt check(byte[] png) throws FaultException {
    ByteBuffer in = ByteBuffer.wrap(png);
    OptionalInt dpi = OptionalInt.empty();
    boolean data = false;
    int at = 8;
    while (true) {
      if (png.length - at < 12) {
        throw PageImages.bad("PNG cut off");
      }
      int length = in.getInt(at);
      int type = in.getInt(at + 4);
      if (length < 0 || length > png.length - at - 12) {
        throw PageImages.bad("PNG cut off in a chunk");
      }
      if (at == 8 && type != IHDR) {
        throw PageImages.bad("PNG without a header");
      }
      CRC32 sum = new CRC32();
      sum.update(png, at + 4, length + 4);
      if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
        throw PageImages.bad("PNG with a wrong sum");
      }
      if (type == PHYS && length == 9 && png[at + 16] == 1) {
        dpi = OptionalInt.of((int) Math.round(in.getInt(at + 8) / INCHES_PER_METRE));
      }
      data |= type == IDAT && length > 0;
      if (type == IEND) {
        if (!data) {
          throw PageImages.bad("PNG without a picture");
        }
        return dpi;
      }
      at += 12 + length;
    }
  }
}
