package vn.motcua.kiosk.bench.digitise;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.scanner.FaultException;

/**
 * Page pictures as the plain PDF that ocrmypdf takes: a JPEG goes in as it is, anything else
 * without loss. Making it is nobody's work and is not measured.
 */
final class Bundle {
  private Bundle() {}

  static void write(Samples samples, Path pdf) throws FaultException, IOException {
    PageSource source = new PageSource(0);
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < samples.all().size(); i++) {
        var pages = source.open(samples.all().get(i).picture(), i + 1);
        if (pages.size() != 1) {
          throw new FaultException(
              new BenchFault.CannotMeasure(), "more than one page in " + pages.getFirst().path());
        }
        add(document, pages.getFirst());
      }
      document.save(pdf.toFile());
    }
  }

  private static void add(PDDocument document, PageFile file) throws IOException {
    float width = (float) (file.width() * 72 / file.xDpi());
    float height = (float) (file.height() * 72 / file.yDpi());
    PDPage page = new PDPage(new PDRectangle(width, height));
    page.setRotation(
        switch (file.orientation()) {
          case TURN_RIGHT -> 90;
          case UPSIDE_DOWN -> 180;
          case TURN_LEFT -> 270;
          default -> 0;
        });
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(picture(document, file), 0, 0, width, height);
    }
  }

  private static PDImageXObject picture(PDDocument document, PageFile file) throws IOException {
    if (file.kind() == PageFile.Kind.JPEG) {
      return JPEGFactory.createFromByteArray(document, Files.readAllBytes(file.path()));
    }
    BufferedImage image = ImageIO.read(file.path().toFile());
    return image.getColorModel().getPixelSize() == 1
        ? CCITTFactory.createFromImage(document, image)
        : LosslessFactory.createFromImage(document, image);
  }
}
