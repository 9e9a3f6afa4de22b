package vn.motcua.kiosk.paper.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The markers of a JPEG (ITU-T T.81 Annex B), read without decoding the picture.
 *
 * @param width pixels
 * @param height pixels
 * @param components the identifiers of its colour components
 * @param xDpi dots per inch, 0 if it does not say
 * @param yDpi dots per inch, 0 if it does not say
 * @param orientation from its Exif block
 * @param adobeTransform what Adobe's marker (APP14) says of the colours: 0 as they are, 1 YCbCr, 2
 *     YCCK; -1 without the marker
 */
record JpegHeader(
    int width,
    int height,
    List<Integer> components,
    double xDpi,
    double yDpi,
    Orientation orientation,
    int adobeTransform) {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;

  static boolean looksLike(byte[] file) {
    return file.length >= 3 && u8(file, 0) == 0xFF && u8(file, 1) == SOI && u8(file, 2) == 0xFF;
  }

  /**
   * Grey, or colour in the way that a PDF reader takes for granted (YCbCr unless Adobe says so).
   */
  boolean canBeKept() {
    return switch (components.size()) {
      case 1 -> true;
      case 3 -> adobeTransform >= 0 || !components.equals(List.of((int) 'R', (int) 'G', (int) 'B'));
      default -> false;
    };
  }

  boolean grey() {
    return components.size() == 1;
  }

  /**
   * @throws BadPageException if it breaks off, or is of a kind that a PDF cannot carry (lossless,
   *     arithmetic, 12 bit)
   */
  static JpegHeader parse(byte[] file) throws BadPageException {
    int width = 0;
    int height = 0;
    List<Integer> components = List.of();
    double xDpi = 0;
    double yDpi = 0;
    int adobeTransform = -1;
    Optional<ExifBlock> exif = Optional.empty();
    int at = 2;
    while (true) {
      at = nextMarker(file, at);
      int marker = u8(file, at - 1);
      if (marker == EOI) {
        break;
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= SOI)) {
        continue; // these stand alone
      }
      int length = u16(file, at);
      if (length < 2 || at + length > file.length) {
        throw new BadPageException(Defect.DAMAGED, "JPEG segment runs over the end");
      }
      int body = at + 2;
      int end = at + length;
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        if (marker > 0xC2 || length < 8 || u8(file, body) != 8) {
          throw new BadPageException(Defect.NOT_IMAGE, "JPEG process that no PDF can carry");
        }
        height = u16(file, body + 1);
        width = u16(file, body + 3);
        components = componentsOf(file, body, end);
      } else if (marker == APP0 && length >= 14 && startsWith(file, body, "JFIF\0")) {
        // Unit 0 gives a ratio of sides only, and no size.
        double unit =
            switch (u8(file, body + 7)) {
              case 1 -> 1;
              case 2 -> 2.54;
              default -> 0;
            };
        xDpi = u16(file, body + 8) * unit;
        yDpi = u16(file, body + 10) * unit;
      } else if (marker == APP1 && startsWith(file, body, "Exif\0\0") && exif.isEmpty()) {
        exif = ExifBlock.parse(file, body + 6, end);
      } else if (marker == APP14 && startsWith(file, body, "Adobe") && length >= 14) {
        adobeTransform = u8(file, body + 11);
      }
      at = end;
      if (marker == SOS) {
        at = endOfScan(file, at);
      }
    }
    if (width == 0 || height == 0 || components.isEmpty()) {
      throw new BadPageException(Defect.DAMAGED, "JPEG without a frame");
    }
    if (xDpi == 0 || yDpi == 0) {
      xDpi = exif.map(ExifBlock::xDpi).orElse(0.0);
      yDpi = exif.map(ExifBlock::yDpi).orElse(0.0);
    }
    Orientation upright = exif.map(ExifBlock::orientation).orElse(Orientation.UPRIGHT);
    return new JpegHeader(width, height, components, xDpi, yDpi, upright, adobeTransform);
  }

  private static List<Integer> componentsOf(byte[] file, int body, int end)
      throws BadPageException {
    int count = u8(file, body + 5);
    if (body + 6 + 3 * count > end || (count != 1 && count != 3 && count != 4)) {
      throw new BadPageException(Defect.NOT_IMAGE, "JPEG with odd components");
    }
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(u8(file, body + 6 + 3 * i));
    }
    return List.copyOf(ids);
  }

  /** The place after the next marker's code. Fill bytes (0xFF) before it are legal. */
  private static int nextMarker(byte[] file, int from) throws BadPageException {
    int at = from;
    while (at < file.length && u8(file, at) != 0xFF) {
      at++;
    }
    while (at < file.length && u8(file, at) == 0xFF) {
      at++;
    }
    if (at >= file.length) {
      throw new BadPageException(Defect.DAMAGED, "JPEG without an end");
    }
    return at + 1;
  }

  /** Coded data run on to a marker that is neither a stuffed zero nor a restart (T.81 B.1.1.5). */
  private static int endOfScan(byte[] file, int from) throws BadPageException {
    for (int at = from; at + 1 < file.length; at++) {
      if (u8(file, at) == 0xFF) {
        int next = u8(file, at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return at;
        }
      }
    }
    throw new BadPageException(Defect.DAMAGED, "JPEG breaks off within its picture");
  }

  private static boolean startsWith(byte[] file, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    if (at + wanted.length > file.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (file[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int u8(byte[] file, int at) {
    return file[at] & 0xFF;
  }

  private static int u16(byte[] file, int at) throws BadPageException {
    if (at + 1 >= file.length) {
      throw new BadPageException(Defect.DAMAGED, "JPEG breaks off");
    }
    return u8(file, at) << 8 | u8(file, at + 1);
  }
}
