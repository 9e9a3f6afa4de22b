package vn.motcua.scanner.chip;

import java.util.Arrays;

/**
 * Looks at an encoded picture without decoding it. Neither the type nor the size that stand beside
 * it on a card are believed: the picture's own first bytes and its frame header decide.
 */
final class FacePicture {
  /**
   * Bytes. Portraits on cards have 12 to 35 kB and a file that a chip can serve without long
   * offsets ends at 32 kB; four times as much leaves room for every legal file of 64 kB.
   */
  static final int MAX_BYTES = 128 * 1024;

  /** Pixels a side. */
  static final int MAX_SIDE = 4096;

  /** Pixels in all; ICAO 9303-9 portraits have about 0.3 million. */
  static final int MAX_PIXELS = 4 * 1024 * 1024;

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] CODESTREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};
  private static final byte[] JP2 = {
    0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, (byte) 0x87, 0x0A
  };

  private FacePicture() {}

  /**
   * What this picture is and how large.
   *
   * @throws UnusableFaceException if it is no JPEG or JPEG 2000, or larger than any portrait
   */
  static FaceImage look(byte[] picture) throws UnusableFaceException {
    if (picture.length > MAX_BYTES) {
      throw UnusableFaceException.tooLarge("more bytes than any portrait");
    }
    if (startsAt(picture, 0, JPEG)) {
      JpegStructure jpeg = JpegStructure.of(picture);
      return new FaceImage(FaceImage.Format.JPEG, jpeg.width(), jpeg.height(), picture);
    }
    if (startsAt(picture, 0, JP2) || startsAt(picture, 0, CODESTREAM)) {
      ImageSize size = Jp2Wrapper.of(picture).imageSize();
      return new FaceImage(FaceImage.Format.JPEG2000, size.width(), size.height(), picture);
    }
    throw UnusableFaceException.otherKind("neither JPEG nor JPEG 2000");
  }

  /** Whether a picture begins at {@code at}. */
  static boolean beginsAt(byte[] data, int at) {
    return startsAt(data, at, JPEG) || startsAt(data, at, JP2) || startsAt(data, at, CODESTREAM);
  }

  /** Whether this is the file format around a codestream. */
  static boolean isJp2(byte[] picture) {
    return startsAt(picture, 0, JP2);
  }

  /** Refuses sizes that would fill the memory. */
  static void checkSize(long width, long height) throws UnusableFaceException {
    if (width < 1 || height < 1) {
      throw UnusableFaceException.damaged("a picture without pixels");
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
      throw UnusableFaceException.tooLarge("more pixels than any portrait");
    }
  }

  private static boolean startsAt(byte[] data, int at, byte[] start) {
    return at + start.length <= data.length
        && Arrays.equals(data, at, at + start.length, start, 0, start.length);
  }
}
