package vn.motcua.kiosk.paper.page;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG (ISO/IEC 15948), all checked against their CRC.
 *
 * @param xDpi dots per inch, 0 if it does not say
 * @param yDpi dots per inch, 0 if it does not say
 */
record PngHeader(int width, int height, double xDpi, double yDpi) {
  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int IHDR = 0x49484452;
  private static final int PHYS = 0x70485973;
  private static final int IEND = 0x49454E44;
  private static final double METRES_PER_INCH = 0.0254;

  static boolean looksLike(byte[] file) {
    return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, 8);
  }

  static PngHeader parse(byte[] file) throws BadPageException {
    ByteBuffer in = ByteBuffer.wrap(file);
    in.position(MAGIC.length);
    int width = 0;
    int height = 0;
    double x = 0;
    double y = 0;
    while (true) {
      if (in.remaining() < 12) {
        throw new BadPageException(Defect.DAMAGED, "PNG breaks off");
      }
      int start = in.position();
      long length = Integer.toUnsignedLong(in.getInt(start));
      if (length > in.remaining() - 12) {
        throw new BadPageException(Defect.DAMAGED, "PNG chunk runs over the end");
      }
      int type = in.getInt(start + 4);
      int body = start + 8;
      int after = body + (int) length;
      CRC32 crc = new CRC32();
      crc.update(file, start + 4, (int) length + 4);
      if ((int) crc.getValue() != in.getInt(after)) {
        throw new BadPageException(Defect.DAMAGED, "PNG chunk fails its check sum");
      }
      if (type == IHDR && length >= 13) {
        width = in.getInt(body);
        height = in.getInt(body + 4);
      } else if (type == PHYS && length >= 9 && file[body + 8] == 1) {
        x = Integer.toUnsignedLong(in.getInt(body)) * METRES_PER_INCH;
        y = Integer.toUnsignedLong(in.getInt(body + 4)) * METRES_PER_INCH;
      } else if (type == IEND) {
        break;
      }
      in.position(after + 4);
    }
    if (width <= 0 || height <= 0) {
      throw new BadPageException(Defect.DAMAGED, "PNG without a size");
    }
    return new PngHeader(width, height, x, y);
  }
}
