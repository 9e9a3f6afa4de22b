package vn.motcua.kiosk.paper.page;

import java.nio.file.Path;

/**
 * One picture in one file, known by its header only.
 *
 * @param path the file
 * @param number the file's place in the list that was given, from 1
 * @param frame the picture's place in the file, from 0; more than 0 only in a TIFF of several pages
 * @param kind how it is encoded
 * @param width pixels, as stored
 * @param height pixels, as stored
 * @param xDpi dots per inch across, as stored
 * @param yDpi dots per inch down, as stored
 * @param orientation how it must be turned to stand upright
 */
public record PageFile(
    Path path,
    int number,
    int frame,
    Kind kind,
    int width,
    int height,
    double xDpi,
    double yDpi,
    Orientation orientation) {
  /** The shortest side of a page in points (ISO 19005-2 §6.1.13); only specks come near it. */
  private static final double SMALLEST = 3;

  /** How a page's picture is encoded. */
  public enum Kind {
    JPEG,
    PNG,
    TIFF
  }

  /** The same picture, to be turned another way. */
  public PageFile standing(Orientation other) {
    return new PageFile(path, number, frame, kind, width, height, xDpi, yDpi, other);
  }

  /** The same picture under another number. */
  public PageFile numbered(int other) {
    return new PageFile(path, other, frame, kind, width, height, xDpi, yDpi, orientation);
  }

  public long pixels() {
    return (long) width * height;
  }

  /** Points across when upright. */
  public double uprightWidth() {
    return Math.max(SMALLEST, orientation.swapsSides() ? height * 72 / yDpi : width * 72 / xDpi);
  }

  /** Points down when upright. */
  public double uprightHeight() {
    return Math.max(SMALLEST, orientation.swapsSides() ? width * 72 / xDpi : height * 72 / yDpi);
  }
}
