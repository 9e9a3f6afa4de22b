package vn.motcua.scanner.chip.simulated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Pictures that are small and claim to be huge. */
final class HostileFaces {
  private static final int SIDE = 60_000;

  private HostileFaces() {}

  /** A baseline JPEG (ITU-T T.81 Annex B) of 60000 × 60000 pixels whose scan is almost empty. */
  static byte[] jpeg() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {-1, (byte) 0xD8});
    byte[] application = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
    segment(out, 0xE0, application);
    byte[] quantisation = new byte[65];
    java.util.Arrays.fill(quantisation, 1, 65, (byte) 1);
    segment(out, 0xDB, quantisation);
    segment(
        out,
        0xC0,
        ByteBuffer.allocate(15)
            .put((byte) 8)
            .putShort((short) SIDE)
            .putShort((short) SIDE)
            .put(new byte[] {3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0})
            .array());
    // One code of one bit each: no difference, end of block. Eight zero bits are four blocks.
    byte[] table = new byte[18];
    table[1] = 1;
    segment(out, 0xC4, table);
    table[0] = 0x10;
    segment(out, 0xC4, table);
    segment(out, 0xDA, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
    out.writeBytes(new byte[2_000]);
    out.writeBytes(new byte[] {-1, (byte) 0xD9});
    return out.toByteArray();
  }

  /** A JPEG 2000 codestream (ITU-T T.800 Annex A) as large as its header can say. */
  static byte[] jpeg2000() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {-1, 0x4F});
    segment(
        out,
        0x51,
        ByteBuffer.allocate(45)
            .putShort((short) 0)
            .putInt(Integer.MAX_VALUE)
            .putInt(Integer.MAX_VALUE)
            .putInt(0)
            .putInt(0)
            .putInt(Integer.MAX_VALUE)
            .putInt(Integer.MAX_VALUE)
            .putInt(0)
            .putInt(0)
            .putShort((short) 3)
            .put(new byte[] {7, 1, 1, 7, 1, 1, 7, 1, 1})
            .array());
    segment(out, 0x52, new byte[] {0, 0, 0, 1, 1, 5, 4, 4, 0, 1});
    segment(out, 0x5C, new byte[] {0x40, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8});
    segment(out, 0x90, new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
    out.writeBytes(new byte[] {-1, (byte) 0x93});
    out.writeBytes(new byte[500]);
    out.writeBytes(new byte[] {-1, (byte) 0xD9});
    return out.toByteArray();
  }

  /** A facial record (ISO/IEC 19794-5 §5) of 65535 faces with 65535 points in 4 GB. */
  static byte[] lies() {
    return ByteBuffer.allocate(300)
        .put(Der.ascii("FAC\0" + "010\0"))
        .putInt(-1)
        .putShort((short) -1)
        .putInt(-1)
        .putShort((short) -1)
        .array();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }
}
