package vn.motcua.kiosk.paper.small;

/**
 * Where a layer lies on its page, in parts of the page's width and height, from the top left corner
 * of the stored picture. A layer may reach a pixel beyond the right and lower edge.
 */
public record Place(double left, double top, double width, double height) {
  /** The whole page. */
  public static final Place PAGE = new Place(0, 0, 1, 1);
}
