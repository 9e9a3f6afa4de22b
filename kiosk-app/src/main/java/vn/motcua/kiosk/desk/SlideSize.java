package vn.motcua.kiosk.desk;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How many pixels a picture says that it has, from its first bytes: a few kilobytes can unfold to
 * more than a machine's memory, so that must be known before anybody unfolds them.
 */
final class SlideSize {
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int JPEG = 0xFFD8;
  private static final int MOST_SEGMENTS = 1_000;

  private SlideSize() {}

  /** Empty if it is neither PNG (ISO/IEC 15948 §11.2.1) nor JPEG (ITU-T T.81 §B.2.2). */
  static OptionalLong pixels(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(raw))) {
      in.mark(8);
      if (in.readLong() == PNG) {
        in.readLong(); // length and name of the first chunk
        return size(in.readInt(), in.readInt());
      }
      in.reset();
      return in.readUnsignedShort() == JPEG ? jpeg(in) : OptionalLong.empty();
    } catch (java.io.EOFException cut) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong jpeg(DataInputStream in) throws IOException {
    for (int i = 0; i < MOST_SEGMENTS; i++) {
      int marker = in.readUnsignedShort();
      while (marker == 0xFFFF) {
        marker = 0xFF00 | in.readUnsignedByte(); // fill bytes
      }
      if (marker < 0xFFC0 || marker == 0xFFDA) {
        return OptionalLong.empty();
      }
      int length = in.readUnsignedShort();
      boolean frame = marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
      if (frame) {
        in.readUnsignedByte(); // precision
        int height = in.readUnsignedShort();
        return size(in.readUnsignedShort(), height);
      }
      in.skipNBytes(Math.max(0, length - 2));
    }
    return OptionalLong.empty();
  }

  private static OptionalLong size(int width, int height) {
    return width > 0 && height > 0 ? OptionalLong.of((long) width * height) : OptionalLong.empty();
  }
}
