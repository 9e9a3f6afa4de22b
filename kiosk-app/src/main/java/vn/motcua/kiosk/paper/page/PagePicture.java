package vn.motcua.kiosk.paper.page;

import java.awt.image.BufferedImage;

/** A page's picture in the form in which it goes into the archive. */
public sealed interface PagePicture {
  /** Grey or colour, 8 bits a sample. The scanner's own bytes wherever a PDF can carry them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; read by the archive only
  record Jpeg(byte[] bytes, int width, int height, boolean grey) implements PagePicture {}

  /** Black and white, one bit a pixel; kept without loss. */
  record Bitonal(BufferedImage image) implements PagePicture {}
}
