package vn.motcua.kiosk.paper.sign;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDLineDashPattern;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Renders a page of a stranger's document in bounded time and memory. A picture that is too large
 * or cannot be read is drawn as a black box: it may show something there.
 */
final class BoundedRenderer extends PDFRenderer {
  /** Pictures up to here are averaged down; larger ones are sampled. A4 at 350 dpi in colour. */
  private static final long AVERAGED = 12_000_000;

  /** A3 at 600 dpi has 70 million; each may take four bytes while it is read. */
  private static final long LARGEST = 40_000_000;

  private static final Duration LIMIT = Duration.ofSeconds(8);

  /**
   * What may set a pattern of dashes: directly, or with other parameters (ISO 32000-1 table 57).
   */
  private static final Set<String> OF_DASHES =
      Set.of(OperatorName.SET_LINE_DASHPATTERN, OperatorName.SET_GRAPHICS_STATE_PARAMS);

  private final boolean sampled;
  private final long end = System.nanoTime() + LIMIT.toNanos();

  private BoundedRenderer(PDDocument document, boolean sampled) {
    super(document);
    this.sampled = sampled;
    setSubsamplingAllowed(sampled);
  }

  /**
   * The first page as people see it.
   *
   * @param scale pixels a point
   * @throws IOException also if it takes too long
   */
  static java.awt.image.BufferedImage firstPage(PDDocument document, float scale)
      throws IOException {
    try {
      return new BoundedRenderer(document, false).renderImage(0, scale);
    } catch (LargePicture e) {
      return new BoundedRenderer(document, true).renderImage(0, scale);
    }
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  /** A picture is too large to be averaged. */
  private static final class LargePicture extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;
  }

  /** It takes too long. */
  private static final class TooLong extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;
  }

  private final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() - end > 0) {
        throw new TooLong();
      }
      super.processOperator(operator, operands);
      if (OF_DASHES.contains(operator.getName())) {
        // A long line of tiny dashes takes hours to draw; a whole one shows where ink can be.
        getGraphicsState().setLineDashPattern(new PDLineDashPattern());
      }
    }

    @Override
    public void drawImage(PDImage picture) throws IOException {
      long pixels = pixels(picture);
      if (pixels > AVERAGED && !sampled) {
        throw new LargePicture();
      }
      if (pixels > LARGEST) {
        box();
        return;
      }
      try {
        super.drawImage(picture);
      } catch (LargePicture | TooLong e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        box(); // an unknown or damaged picture
      }
    }

    private long pixels(PDImage picture) throws IOException {
      long pixels = (long) picture.getWidth() * picture.getHeight();
      if (picture instanceof PDImageXObject image) {
        for (PDImageXObject mask : masks(image)) {
          pixels = Math.max(pixels, (long) mask.getWidth() * mask.getHeight());
        }
      }
      return pixels;
    }

    private static List<PDImageXObject> masks(PDImageXObject image) throws IOException {
      PDImageXObject soft = image.getSoftMask();
      PDImageXObject hard = image.getMask();
      return soft != null ? List.of(soft) : hard != null ? List.of(hard) : List.of();
    }

    private void box() {
      Graphics2D on = getGraphics();
      AffineTransform before = on.getTransform();
      on.transform(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
      on.setColor(Color.BLACK);
      on.fill(new Rectangle2D.Double(0, 0, 1, 1));
      on.setTransform(before);
    }
  }
}
