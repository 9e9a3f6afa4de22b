package vn.motcua.kiosk.paper.sign;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.motcua.scanner.FaultException;

/**
 * The picture of a seal.
 *
 * @param image with its transparency
 * @param width on the page, in points
 * @param height on the page, in points
 */
record SealPicture(BufferedImage image, double width, double height) {
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_PIXELS = 4000;
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final double USUAL_MM = 36;
  private static final double LARGEST_MM = 70;

  /** Reads a PNG; anything else, or one larger than a seal, is {@code SIGN-SEAL}. */
  static SealPicture read(Path file) throws FaultException {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        throw fault(null);
      }
      try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null || !reader.getFormatName().equalsIgnoreCase("png")) {
          throw fault(null);
        }
        try {
          reader.setInput(in);
          int wide = reader.getWidth(0);
          int high = reader.getHeight(0);
          if (wide > MOST_PIXELS || high > MOST_PIXELS) {
            throw fault(null);
          }
          double perPixel = millimetresAPixel(reader.getImageMetadata(0));
          if (perPixel <= 0) {
            perPixel = USUAL_MM / wide;
          }
          if (Math.max(wide, high) * perPixel > LARGEST_MM) {
            throw fault(null);
          }
          return new SealPicture(
              reader.read(0), wide * perPixel * POINTS_PER_MM, high * perPixel * POINTS_PER_MM);
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException e) {
      // Decoders answer spoiled pictures with whatever they lead them to.
      throw fault(e);
    }
  }

  private static double millimetresAPixel(IIOMetadata metadata) {
    Element root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_1.0");
    NodeList sizes = root.getElementsByTagName("HorizontalPixelSize");
    return sizes.getLength() == 0
        ? 0
        : Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
  }

  private static FaultException fault(@org.jspecify.annotations.Nullable Exception cause) {
    SignFault.Document fault = new SignFault.Document(SignFault.DocumentTrouble.SEAL);
    return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
  }
}
