package vn.motcua.scanner.chip;

import java.util.Arrays;

/**
 * The face that DG2 holds, still encoded. It is personal data of a special kind: kept only as long
 * as the screen needs it.
 *
 * @param format how it is encoded
 * @param width in pixels, as the picture itself says
 * @param height in pixels
 * @param bytes the encoded picture
 */
public record FaceImage(Format format, int width, int height, byte[] bytes) {
  /** The two encodings of ISO/IEC 19794-5 §5.7.2. */
  public enum Format {
    JPEG,
    JPEG2000
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FaceImage(Format f, int w, int h, byte[] b)
        && f == format
        && w == width
        && h == height
        && Arrays.equals(b, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Never the picture: this may land in a log. */
  @Override
  public String toString() {
    return "FaceImage[" + format + " " + width + "x" + height + "]";
  }
}
