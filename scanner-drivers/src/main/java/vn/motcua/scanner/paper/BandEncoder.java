package vn.motcua.scanner.paper;

import java.io.IOException;

/**
 * Encodes a strip of a page as a whole baseline JPEG of its own. All strips of one encoder, one
 * width and one quality have the same tables, so that {@link JpegJoiner} can make one picture of
 * them.
 */
interface BandEncoder {
  /**
   * Encodes {@code rows} rows.
   *
   * @param samples three bytes (red, green, blue) or one byte (grey) a pixel
   * @param channels 3 or 1
   * @param quality 1 to 100
   */
  byte[] encode(byte[] samples, int width, int rows, int channels, int quality) throws IOException;
}
