package vn.motcua.scanner.paper.camera;

/**
 * A sheet in a picture.
 *
 * @param corners where it lies, in pixels of the picture that was looked at; a corner may lie
 *     outside it
 * @param confidence 0 to 1; what {@link SheetFinder} hands out has at least {@link
 *     SheetFinder#SURE}
 * @param cutOff true if a part of the sheet lies outside the picture
 */
public record FoundSheet(Quad corners, double confidence, boolean cutOff) {
  /** The same in a picture that is {@code factor} times as large. */
  public FoundSheet times(double factor) {
    return new FoundSheet(corners.times(factor), confidence, cutOff);
  }
}
