package vn.motcua.kiosk.paper.sign;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where the first page, as people see it, shows anything: text, lines, pictures, marks. Nothing is
 * free on a page that cannot be rendered.
 */
final class PageInk {
  /** A point a pixel; less on sheets larger than A1. */
  private static final double LONGEST = 2000;

  /** Where anything could be. */
  static final PageInk EVERYWHERE = new PageInk(new int[1][1], 1);

  private final int[][] sums;
  private final double scale;

  private PageInk(int[][] sums, double scale) {
    this.sums = sums;
    this.scale = scale;
  }

  /** Looks at the first page. */
  static PageInk of(SourcePdf pdf) {
    try (PDDocument document = pdf.strict()) {
      PDRectangle crop = document.getPage(0).getCropBox();
      double longest = Math.max(crop.getWidth(), crop.getHeight());
      double scale = Math.min(1, LONGEST / longest);
      return of(BoundedRenderer.firstPage(document, (float) scale), scale);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Whatever a page is made of: signing does not depend on being able to draw it.
      return EVERYWHERE;
    }
  }

  /**
   * @param image of the whole page
   * @param scale its pixels a point
   */
  static PageInk of(BufferedImage image, double scale) {
    boolean[][] ink = InkFinder.find(image);
    int[][] sums = new int[ink.length + 1][ink[0].length + 1];
    for (int y = 0; y < ink.length; y++) {
      for (int x = 0; x < ink[0].length; x++) {
        sums[y + 1][x + 1] = sums[y][x + 1] + sums[y + 1][x] - sums[y][x] + (ink[y][x] ? 1 : 0);
      }
    }
    return new PageInk(sums, scale);
  }

  /**
   * Whether nothing is shown there.
   *
   * @param place in points from the upper left of the page as it is seen, y downwards
   */
  boolean isFree(Rectangle2D place) {
    int high = sums.length - 1;
    int wide = sums[0].length - 1;
    if (high == 0 || wide == 0) {
      return false;
    }
    int left = within(Math.floor(place.getMinX() * scale), wide);
    int right = within(Math.ceil(place.getMaxX() * scale), wide);
    int top = within(Math.floor(place.getMinY() * scale), high);
    int bottom = within(Math.ceil(place.getMaxY() * scale), high);
    return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left] == 0;
  }

  private static int within(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }
}
