package vn.motcua.kiosk.paper.small;

/** One picture of a page that is made of several, each over the one before. */
public sealed interface Layer permits JpegLayer, MaskLayer {
  /** The stream, as a PDF carries it. */
  byte[] bytes();

  /** Pixels across. */
  int width();

  /** Pixels down. */
  int height();

  Place place();
}
