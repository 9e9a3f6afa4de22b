package vn.motcua.kiosk.paper.clean;

import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Where the sheet lies in the picture, in the picture's pixels, y downwards. An answer, not a
 * picture: the PDF's page box and matrix show it, nothing is encoded again and nothing is lost (TT
 * 01/2023/TT-VPCP Đ8.2: the whole document).
 *
 * @param centreX the sheet's middle
 * @param centreY the sheet's middle
 * @param width along the edge that lies most nearly across the picture
 * @param height across that edge
 * @param degrees clockwise, by which the picture must be turned about the sheet's middle for the
 *     sheet to stand straight
 * @param cropped whether this is less than the whole picture
 */
public record SheetCrop(
    double centreX, double centreY, double width, double height, double degrees, boolean cropped) {
  private static final double DPI = 50;

  /** Millimetres left around the sheet. */
  private static final double MARGIN = 1.2;

  /** A sheet that fills so much of the glass is left as it was scanned. */
  private static final double WHOLE = 0.92;

  private static final double LEAST_SIDE = 25;
  private static final double LEAST_FILL = 0.955;

  /**
   * Looks for the sheet; the whole picture if there is no lid around it, or any doubt.
   *
   * @param dpi of the picture, from 50
   */
  public static SheetCrop of(GreyPix picture, double dpi) {
    SheetCrop whole =
        new SheetCrop(
            picture.width() / 2.0,
            picture.height() / 2.0,
            picture.width(),
            picture.height(),
            0,
            false);
    Raster page = Raster.of(picture, dpi, DPI);
    if (Math.min(page.width(), page.height()) < page.pixels(LEAST_SIDE)) {
      return whole;
    }
    int lid = Lid.of(page);
    if (lid < 0) {
      return whole;
    }
    Sheet sheet = Sheet.find(page, lid);
    boolean sure =
        sheet.fill() >= LEAST_FILL
            && Math.min(sheet.width(), sheet.height()) >= page.pixels(LEAST_SIDE)
            && sheet.width() * sheet.height() < WHOLE * page.width() * page.height()
            && sheet.isAlone(page, lid)
            && sheet.hasEdges(page, lid);
    if (!sure) {
      return whole;
    }
    double margin = 2 * page.pixels(MARGIN);
    int scale = page.reduction();
    return new SheetCrop(
        (sheet.centreX() + 0.5) * scale,
        (sheet.centreY() + 0.5) * scale,
        (sheet.width() + margin) * scale,
        (sheet.height() + margin) * scale,
        sheet.degrees(),
        true);
  }
}
