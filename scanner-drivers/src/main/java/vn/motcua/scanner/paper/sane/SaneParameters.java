package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The shape of a frame (SANE standard 1.06 §4.3.8).
 *
 * @param format which channels it carries
 * @param last false if another frame of the same page follows
 * @param bytesPerLine bytes a line, padding included
 * @param width pixels a line
 * @param lines lines, or -1 if the device does not know before the end
 * @param depth bits a sample: 1, 8 or 16
 */
record SaneParameters(
    Format format, boolean last, int bytesPerLine, int width, int lines, int depth) {
  /** Frame formats in the order of their numbers. */
  enum Format {
    GREY,
    RGB,
    RED,
    GREEN,
    BLUE
  }

  /** Lines are padded to a few bytes, never by more than this. */
  private static final int MAX_PADDING = 4_096;

  int channels() {
    return format == Format.RGB ? 3 : 1;
  }

  boolean heightKnown() {
    return lines >= 0;
  }

  static SaneParameters read(SaneWire wire) throws IOException {
    int format = wire.word();
    boolean last = wire.word() != 0;
    int bytesPerLine = wire.word();
    int width = wire.word();
    int lines = wire.word();
    int depth = wire.word();
    if (format < 0 || format >= Format.values().length) {
      throw new SaneProtocolException("frame format " + format);
    }
    return new SaneParameters(Format.values()[format], last, bytesPerLine, width, lines, depth);
  }

  /**
   * Refuses shapes that no page has or that contradict themselves.
   *
   * @throws FaultException with {@link ScanFault.BadImage}
   */
  void check() throws FaultException {
    long needed =
        depth == 1
            ? (long) channels() * ((width + 7L) / 8)
            : (long) channels() * width * (depth / 8);
    boolean sound =
        (depth == 1 || depth == 8 || depth == 16)
            && width >= 1
            && width <= PageImages.MAX_SIDE
            && lines >= -1
            && lines != 0
            && lines <= PageImages.MAX_SIDE
            && (long) width * Math.max(lines, 1) <= PageImages.MAX_PIXELS
            && bytesPerLine >= needed
            && bytesPerLine <= needed + MAX_PADDING;
    if (!sound) {
      throw new FaultException(new ScanFault.BadImage(), toString());
    }
  }
}
