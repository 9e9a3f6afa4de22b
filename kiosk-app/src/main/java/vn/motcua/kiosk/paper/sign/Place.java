package vn.motcua.kiosk.paper.sign;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import vn.motcua.scanner.FaultException;

/**
 * Where a new appearance goes: as near to the top right corner, as people see the page, as there is
 * room beside what the page shows and the marks that are there already.
 */
final class Place {
  /** From the edges of the sheet, in points, where there is a choice. */
  private static final double MARGIN = 20;

  /** Nearer to an edge printers show nothing. */
  private static final double EDGE = 12;

  /** The largest part of a page that a mark may cover; the verifier holds to the same. */
  static final double LARGEST = 0.25;

  /** What stays free left and right of a mark, in points. */
  private static final double BESIDE = 6;

  /** What stays free above and below a mark, in points. */
  private static final double ABOVE = 2;

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
    return Math.max(0, width - 2 * EDGE);
  }

  /** Turns a drawing so that it stands upright on a turned page. */
  AffineTransform upright() {
    return AffineTransform.getRotateInstance(Math.toRadians(turn));
  }

  /**
   * Where a mark is set, and how.
   *
   * @param rectangle in the page's own coordinates
   * @param overlaps whether it lies over what the page shows
   */
  record Spot(MarkBlock block, PDRectangle rectangle, boolean overlaps) {}

  /**
   * The best spot: free and near to the corner, else over what the page shows, but never over an
   * earlier signature's mark.
   *
   * @param blocks ways to set the mark
   * @param part of the page, from its top, where a free spot is looked for; 0 to 1
   * @throws FaultException if not even the marks of signatures leave room
   */
  Spot find(PDPage page, List<MarkBlock> blocks, PageInk ink, double part)
      throws IOException, FaultException {
    List<Rectangle2D> all = marks(page, false);
    List<MarkBlock> fitting =
        blocks.stream()
            .filter(block -> block.wide() * block.high() <= LARGEST * width * height)
            .toList();
    Optional<Candidate> free =
        nearest(
            fitting,
            height * part,
            wanted -> ink.isFree(wanted) && all.stream().noneMatch(wanted::intersects));
    if (free.isPresent()) {
      return free.get().spot(this, false);
    }
    List<Rectangle2D> signatures = marks(page, true);
    return nearest(fitting, height, wanted -> signatures.stream().noneMatch(wanted::intersects))
        .orElseThrow(
            () -> new FaultException(new SignFault.Document(SignFault.DocumentTrouble.NO_ROOM)))
        .spot(this, true);
  }

  /**
   * @param left in points from the left of the page as it is seen
   * @param top in points from its top
   */
  private record Candidate(MarkBlock block, double left, double top, double cost) {
    Spot spot(Place place, boolean overlaps) {
      Rectangle2D on =
          place
              .toPage
              .createTransformedShape(
                  new Rectangle2D.Double(
                      left, place.height - top - block.high(), block.wide(), block.high()))
              .getBounds2D();
      return new Spot(
          block,
          new PDRectangle(
              (float) on.getX(), (float) on.getY(), (float) on.getWidth(), (float) on.getHeight()),
          overlaps);
    }
  }

  /**
   * @param lowest how far from the top a mark may reach
   * @param allowed asked about places with y downwards from the top
   */
  private Optional<Candidate> nearest(
      List<MarkBlock> blocks, double lowest, Predicate<Rectangle2D> allowed) {
    Optional<Candidate> best = Optional.empty();
    for (MarkBlock block : blocks) {
      for (double top = EDGE; top + block.high() <= lowest - ABOVE; top += STEP) {
        for (double right = width - EDGE; right - block.wide() >= EDGE; right -= STEP) {
          double cost =
              block.cost() + Math.hypot(Math.abs(width - MARGIN - right), Math.abs(top - MARGIN));
          if (best.isPresent() && best.get().cost() <= cost) {
            continue;
          }
          Rectangle2D wanted =
              new Rectangle2D.Double(
                  right - block.wide() - BESIDE,
                  top - ABOVE,
                  block.wide() + 2 * BESIDE,
                  block.high() + 2 * ABOVE);
          if (allowed.test(wanted)) {
            best = Optional.of(new Candidate(block, right - block.wide(), top, cost));
          }
        }
      }
    }
    return best;
  }

  /** The annotations of a page, y downwards from the top of the page as it is seen. */
  private List<Rectangle2D> marks(PDPage page, boolean signaturesOnly) throws IOException {
    AffineTransform back;
    try {
      back = toPage.createInverse();
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      throw new IllegalStateException("turns and shifts can be undone", e);
    }
    List<Rectangle2D> found = new ArrayList<>();
    for (PDAnnotation each : page.getAnnotations()) {
      PDRectangle r = each.getRectangle();
      if (r != null
          && r.getWidth() > 0
          && r.getHeight() > 0
          && (!signaturesOnly || isSignature(each))) {
        Rectangle2D seen =
            back.createTransformedShape(
                    new Rectangle2D.Double(
                        r.getLowerLeftX(), r.getLowerLeftY(), r.getWidth(), r.getHeight()))
                .getBounds2D();
        found.add(
            new Rectangle2D.Double(
                seen.getX(), height - seen.getMaxY(), seen.getWidth(), seen.getHeight()));
      }
    }
    return found;
  }

  private static boolean isSignature(PDAnnotation mark) {
    COSDictionary own = mark.getCOSObject();
    COSDictionary parent = own.getCOSDictionary(COSName.PARENT);
    COSDictionary field = own.containsKey(COSName.FT) || parent == null ? own : parent;
    return COSName.SIG.equals(field.getCOSName(COSName.FT)) && field.containsKey(COSName.V);
  }
}
