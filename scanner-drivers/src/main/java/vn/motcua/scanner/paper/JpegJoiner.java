package vn.motcua.scanner.paper;

import java.io.IOException;
import java.util.Arrays;

/**
 * One JPEG of strips that were encoded apart: the tables of the first, its height put right, then
 * the coded data of all with a restart marker between two of them (ITU-T T.81 §E.1.4 and §F.1.1.5:
 * at a restart the predictions begin anew, as they do at the beginning of a picture).
 */
final class JpegJoiner {
  private static final int SOF0 = 0xc0;
  private static final int DRI = 0xdd;
  private static final int SOS = 0xda;
  private static final int RST0 = 0xd0;
  private static final int RESTARTS = 8;

  private final int dpi;
  private final int height;
  private final PageBytes out;
  private byte[] header = {};
  private int strips;

  /**
   * @param height rows of the whole picture
   * @param dpi dots per inch, for the header
   * @param out where the picture goes
   */
  JpegJoiner(int height, int dpi, PageBytes out) {
    this.height = height;
    this.dpi = dpi;
    this.out = out;
  }

  /**
   * Appends a strip.
   *
   * @param jpeg all but the last have the same height, a multiple of 16
   * @throws IOException if it has other tables than those before it
   */
  void add(byte[] jpeg) throws IOException {
    Parts parts = Parts.of(jpeg);
    byte[] tables = Arrays.copyOfRange(jpeg, 2, parts.scan);
    tables[parts.frame - 2 + 5] = 0;
    tables[parts.frame - 2 + 6] = 0;
    if (strips == 0) {
      header = tables;
      begin(jpeg, parts);
    } else {
      if (!Arrays.equals(header, tables)) {
        throw new IOException("strips of one picture with different tables");
      }
      out.write(new byte[] {(byte) 0xff, (byte) (RST0 + (strips - 1) % RESTARTS)}, 0, 2);
    }
    strips++;
    out.write(jpeg, parts.data, parts.end - parts.data);
  }

  /** The end of the picture. */
  void end() {
    out.write(new byte[] {(byte) 0xff, (byte) 0xd9}, 0, 2);
  }

  private void begin(byte[] jpeg, Parts parts) {
    byte[] jfif = {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xe0,
      0,
      16,
      'J',
      'F',
      'I',
      'F',
      0,
      1,
      1,
      1,
      (byte) (dpi >> 8),
      (byte) dpi,
      (byte) (dpi >> 8),
      (byte) dpi,
      0,
      0
    };
    out.write(jfif, 0, jfif.length);
    int at = parts.tables;
    out.write(jpeg, at, parts.frame + 5 - at);
    out.write(new byte[] {(byte) (height >> 8), (byte) height}, 0, 2);
    at = parts.frame + 7;
    out.write(jpeg, at, parts.scan - at);
    int units = parts.unitsInStrip;
    byte[] restart = {(byte) 0xff, (byte) DRI, 0, 4, (byte) (units >> 8), (byte) units};
    out.write(restart, 0, restart.length);
    out.write(jpeg, parts.scan, parts.data - parts.scan);
  }

  /**
   * Where things stand in a strip.
   *
   * @param tables after the APP0 segment
   * @param frame the marker SOF0
   * @param scan the marker SOS
   * @param data the coded data
   * @param end behind the coded data
   * @param unitsInStrip MCUs
   */
  private record Parts(int tables, int frame, int scan, int data, int end, int unitsInStrip) {
    static Parts of(byte[] jpeg) throws IOException {
      int at = 2;
      int tables = 2;
      int frame = 0;
      while (at + 4 <= jpeg.length) {
        int marker = jpeg[at + 1] & 0xff;
        int next = at + 2 + word(jpeg, at + 2);
        if (marker >= 0xe0 && marker <= 0xef && tables == at) {
          tables = next;
        } else if (marker == SOF0) {
          frame = at;
        } else if (marker == SOS && frame > 0) {
          return new Parts(tables, frame, at, next, jpeg.length - 2, units(jpeg, frame));
        }
        at = next;
      }
      throw new IOException("not a baseline JPEG");
    }

    private static int units(byte[] jpeg, int frame) {
      int sampling = jpeg[frame + 11] & 0xff;
      boolean single = jpeg[frame + 9] == 1;
      int across = single ? 8 : 8 * (sampling >> 4);
      int down = single ? 8 : 8 * (sampling & 0xf);
      int rows = (word(jpeg, frame + 5) + down - 1) / down;
      return (word(jpeg, frame + 7) + across - 1) / across * rows;
    }

    private static int word(byte[] jpeg, int at) {
      return (jpeg[at] & 0xff) << 8 | (jpeg[at + 1] & 0xff);
    }
  }
}
