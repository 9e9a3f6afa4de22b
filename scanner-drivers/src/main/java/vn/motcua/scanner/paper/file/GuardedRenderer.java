package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages, and rather fails than leave out a picture: PDFBox itself logs a picture that it
 * cannot decode and goes on, so that a scanned page would come out white.
 */
final class GuardedRenderer extends PDFRenderer {
  private final PdfLimits limits;
  private final PdfWatch watch;

  GuardedRenderer(PDDocument document, PdfLimits limits, PdfWatch watch) {
    super(document);
    this.limits = limits;
    this.watch = watch;
    setSubsamplingAllowed(true); // else a 600 dpi picture is decoded whole for a 300 dpi page
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters, limits, watch);
  }

  private static final class Drawer extends PageDrawer {
    private final PdfLimits limits;
    private final PdfWatch watch;

    Drawer(PageDrawerParameters parameters, PdfLimits limits, PdfWatch watch) throws IOException {
      super(parameters);
      this.limits = limits;
      this.watch = watch;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      watch.check();
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      if ((long) image.getWidth() * image.getHeight() > limits.picture()) {
        throw new PdfStop(
            PdfStop.Reason.TOO_LARGE, image.getWidth() + " x " + image.getHeight() + " pixels");
      }
      if (image instanceof PDImageXObject object) {
        PdfPictures.check(object);
      }
      super.drawImage(image);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
        throws IOException {
      if (e instanceof MissingImageReaderException) {
        throw new PdfStop(PdfStop.Reason.KIND, String.valueOf(e.getMessage()));
      }
      if ("Do".equals(operator.getName())) {
        throw new PdfStop(PdfStop.Reason.DAMAGED, String.valueOf(e.getMessage()));
      }
      super.operatorException(operator, operands, e);
    }
  }
}
