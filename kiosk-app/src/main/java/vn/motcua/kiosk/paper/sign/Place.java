package vn.motcua.kiosk.paper.sign;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import vn.motcua.scanner.FaultException;

/**
 * Where a new appearance goes: the top right corner as people see the page, below those that are
 * there already, then the next column to the left.
 */
final class Place {
  /** From the edges of the sheet and from each other, in points. */
  private static final double MARGIN = 20;

  private static final double GAP = 4;
  private static final double STEP = 2;

  private final double width;
  private final double height;
  private final AffineTransform toPage;
  private final int turn;

  Place(PDPage page) {
    PDRectangle crop = page.getCropBox();
    turn = Math.floorMod(page.getRotation(), 360);
    double w = crop.getWidth();
    double h = crop.getHeight();
    width = turn % 180 == 0 ? w : h;
    height = turn % 180 == 0 ? h : w;
    toPage = AffineTransform.getTranslateInstance(crop.getLowerLeftX(), crop.getLowerLeftY());
    // From what is seen (origin at its lower left) to the page's own, unturned coordinates.
    toPage.concatenate(
        switch (turn) {
          case 90 -> new AffineTransform(0, 1, -1, 0, w, 0);
          case 180 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 270 -> new AffineTransform(0, -1, 1, 0, 0, h);
          default -> new AffineTransform();
        });
  }

  /** The widest that a drawing may be, in points. */
  double room() {
    return Math.max(60, Math.min(200, width - 2 * MARGIN));
  }

  /** Turns a drawing so that it stands upright on a turned page. */
  AffineTransform upright() {
    return AffineTransform.getRotateInstance(Math.toRadians(turn));
  }

  /** A free rectangle of this size, in the page's own coordinates. */
  PDRectangle find(PDPage page, double wide, double high) throws IOException, FaultException {
    List<Rectangle2D> taken = taken(page);
    for (double right = width - MARGIN; right - wide >= 0; right -= wide + GAP) {
      for (double top = height - MARGIN; top - high >= 0; top -= STEP) {
        Rectangle2D wanted =
            new Rectangle2D.Double(
                right - wide - GAP / 2, top - high - GAP / 2, wide + GAP, high + GAP);
        if (taken.stream().noneMatch(wanted::intersects)) {
          Rectangle2D on =
              toPage
                  .createTransformedShape(
                      new Rectangle2D.Double(right - wide, top - high, wide, high))
                  .getBounds2D();
          return new PDRectangle(
              (float) on.getX(), (float) on.getY(), (float) on.getWidth(), (float) on.getHeight());
        }
      }
    }
    throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.NO_ROOM));
  }

  private List<Rectangle2D> taken(PDPage page) throws IOException {
    List<Rectangle2D> taken = new ArrayList<>();
    AffineTransform back;
    try {
      back = toPage.createInverse();
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException("turns and shifts can be undone", e);
    }
    for (PDAnnotation each : page.getAnnotations()) {
      PDRectangle r = each.getRectangle();
      if (r != null && r.getWidth() > 0 && r.getHeight() > 0) {
        taken.add(
            back.createTransformedShape(
                    new Rectangle2D.Double(
                        r.getLowerLeftX(), r.getLowerLeftY(), r.getWidth(), r.getHeight()))
                .getBounds2D());
      }
    }
    return taken;
  }
}
