package vn.motcua.scanner.paper.camera;

/**
 * What a JPEG's segments say before its pixels: how many components it has (ITU-T T.81 B.2.2) and
 * which way up the camera was held (Exif 2.32 §4.6.4, tag 0x0112).
 *
 * @param components 1 for grey, 3 for colour, 4 for CMYK; 0 if it does not say
 * @param orientation 1 (upright) to 8
 */
record JpegHeader(int components, int orientation) {
  private static final int ORIENTATION = 0x0112;

  /** Reads as far as the picture data; stops without complaint where the file breaks its rules. */
  static JpegHeader of(byte[] jpeg) {
    int components = 0;
    int orientation = 1;
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xda || marker == 0xd9) {
        break;
      }
      int length = (jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff);
      int body = at + 4;
      int end = at + 2 + length;
      if (length < 2 || end > jpeg.length) {
        break;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame && body + 6 <= end) {
        components = jpeg[body + 5] & 0xff;
      } else if (marker == 0xe1 && isExif(jpeg, body, end)) {
        orientation = orientation(jpeg, body + 6, end);
      }
      at = end;
    }
    return new JpegHeader(components, orientation);
  }

  private static boolean isExif(byte[] jpeg, int at, int end) {
    return at + 14 <= end
        && jpeg[at] == 'E'
        && jpeg[at + 1] == 'x'
        && jpeg[at + 2] == 'i'
        && jpeg[at + 3] == 'f'
        && jpeg[at + 4] == 0;
  }

  private static int orientation(byte[] bytes, int tiff, int end) {
    boolean little = bytes[tiff] == 'I';
    long first = number(bytes, tiff + 4, 4, little);
    if (first < 8 || tiff + first + 2 > end) {
      return 1;
    }
    int directory = (int) (tiff + first);
    int entries = (int) number(bytes, directory, 2, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry + 12 > end) {
        return 1;
      }
      if (number(bytes, entry, 2, little) == ORIENTATION) {
        int value = (int) number(bytes, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static long number(byte[] bytes, int at, int length, boolean little) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      int each = bytes[little ? at + length - 1 - i : at + i] & 0xff;
      value = value << 8 | each;
    }
    return value;
  }

  /** Turns or mirrors a picture as the orientation asks. */
  Picture upright(Picture from) {
    if (orientation == 1) {
      return from;
    }
    boolean swapped = orientation >= 5;
    int width = swapped ? from.height() : from.width();
    int height = swapped ? from.width() : from.height();
    Picture to = Picture.black(width, height);
    int lastX = from.width() - 1;
    int lastY = from.height() - 1;
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += 3) {
        int sx =
            switch (orientation) {
              case 2, 3 -> lastX - x;
              case 4 -> x;
              case 5, 6 -> y;
              default -> lastX - y;
            };
        int sy =
            switch (orientation) {
              case 2 -> y;
              case 3, 4 -> lastY - y;
              case 5, 8 -> x;
              default -> lastY - x;
            };
        int source = (sy * from.width() + sx) * 3;
        to.bgr()[at] = from.bgr()[source];
        to.bgr()[at + 1] = from.bgr()[source + 1];
        to.bgr()[at + 2] = from.bgr()[source + 2];
      }
    }
    return to;
  }
}
