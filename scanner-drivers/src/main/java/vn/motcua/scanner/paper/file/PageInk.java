package vn.motcua.scanner.paper.file;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Finds out whether what one sees of a page is a single picture that fills it. Text that is not
 * shown (a scanner's own text recognition) does not count, nor what the picture covers.
 */
final class PageInk extends PDFGraphicsStreamEngine {
  /** In points; scanners round the size of the page. */
  private static final double TOLERANCE = 2.5;

  private final Rectangle2D page;
  private final PdfWatch watch;
  private Optional<PDImageXObject> picture = Optional.empty();

  /** No path was begun. */
  private boolean untouched = true;

  /** The path is one rectangle around the page: whoever clips by it clips nothing. */
  private boolean harmless;

  private Rectangle2D place = new Rectangle2D.Double();

  private PageInk(PDPage page, PdfWatch watch) {
    super(page);
    this.page = page.getCropBox().toGeneralPath().getBounds2D();
    this.watch = watch;
  }

  /**
   * A picture and the width and height that it takes on the page, in points.
   *
   * @param width points
   * @param height points
   */
  record Filling(PDImageXObject picture, double width, double height) {}

  /**
   * The one picture of {@code page}.
   *
   * @throws PdfStop if it was cancelled or takes too long
   */
  static Optional<Filling> only(PDPage page, PdfWatch watch) throws IOException {
    PageInk ink = new PageInk(page, watch);
    try {
      ink.processPage(page);
    } catch (PdfStop e) {
      if (e.reason() == PdfStop.Reason.ENOUGH) {
        return Optional.empty();
      }
      throw e;
    }
    return ink.picture.map(
        found -> new Filling(found, ink.place.getWidth(), ink.place.getHeight()));
  }

  /** Something shows that is not the picture; what came before may still be covered. */
  private void ink() {
    if (picture.isPresent()) {
      throw new PdfStop(PdfStop.Reason.ENOUGH, "more than a picture");
    }
  }

  @Override
  public void drawImage(PDImage image) {
    ink();
    if (image instanceof PDImageXObject object && fills()) {
      picture = Optional.of(object);
    }
  }

  private boolean fills() {
    PDGraphicsState state = getGraphicsState();
    Matrix to = state.getCurrentTransformationMatrix();
    boolean upright =
        to.getScaleX() > 0 && to.getScaleY() > 0 && to.getShearX() == 0 && to.getShearY() == 0;
    boolean plain =
        state.getNonStrokeAlphaConstant() == 1
            && state.getSoftMask() == null
            && BlendMode.NORMAL.equals(state.getBlendMode());
    place =
        new Rectangle2D.Double(
            to.getTranslateX(), to.getTranslateY(), to.getScaleX(), to.getScaleY());
    return upright
        && plain
        && near(place.getMinX(), page.getMinX())
        && near(place.getMinY(), page.getMinY())
        && near(place.getMaxX(), page.getMaxX())
        && near(place.getMaxY(), page.getMaxY())
        && state.getCurrentClippingPath().contains(inner(page));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE;
  }

  private static Rectangle2D inner(Rectangle2D all) {
    return new Rectangle2D.Double(
        all.getX() + TOLERANCE,
        all.getY() + TOLERANCE,
        Math.max(1, all.getWidth() - 2 * TOLERANCE),
        Math.max(1, all.getHeight() - 2 * TOLERANCE));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    watch.check();
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    // Whoever draws the page finds out what it means.
    throw new PdfStop(PdfStop.Reason.ENOUGH, "an operator that fails");
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
    if (getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
      ink();
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) {
    ink();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    Rectangle2D.Double rectangle = new Rectangle2D.Double();
    rectangle.setFrameFromDiagonal(p0, p2);
    boolean upright = p0.getY() == p1.getY() && p1.getX() == p2.getX();
    harmless = untouched && upright && rectangle.contains(inner(page));
    untouched = false;
  }

  @Override
  public void clip(int rule) {
    if (!harmless) {
      // How much of the picture it leaves is not worth finding out.
      throw new PdfStop(PdfStop.Reason.ENOUGH, "clipped");
    }
  }

  private void line() {
    untouched = false;
    harmless = false;
  }

  private void pathEnds() {
    untouched = true;
    harmless = false;
  }

  @Override
  public void moveTo(float x, float y) {
    line();
  }

  @Override
  public void lineTo(float x, float y) {
    line();
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    line();
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Float();
  }

  @Override
  public void closePath() {
    // Adds nothing to what is there.
  }

  @Override
  public void endPath() {
    pathEnds();
  }

  @Override
  public void strokePath() {
    ink();
    pathEnds();
  }

  @Override
  public void fillPath(int rule) {
    ink();
    pathEnds();
  }

  @Override
  public void fillAndStrokePath(int rule) {
    ink();
    pathEnds();
  }

  @Override
  public void shadingFill(COSName name) {
    ink();
  }
}
