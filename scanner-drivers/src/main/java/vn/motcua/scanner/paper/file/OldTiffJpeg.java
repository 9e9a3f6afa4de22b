package vn.motcua.scanner.paper.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.PictureRows;
import vn.motcua.scanner.paper.ScannedPage;

/** Pages in the JPEG of TIFF 6.0 §22 are the only ones that are decoded and encoded anew. */
final class OldTiffJpeg {
  private static final long MAX_PIXELS = 40_000_000;

  private OldTiffJpeg() {}

  static ScannedPage page(FileBytes bytes, int directory, int number, int dpi, String name)
      throws FaultException, IOException {
    if (bytes.size() > PageImages.MAX_BYTES) {
      throw new FaultException(new FileFault.Size(name), "old JPEG of " + bytes.size() + " bytes");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    byte[] all = bytes.read(0, (int) bytes.size());
    BufferedImage image;
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(all))) {
      reader.setInput(in, false, true);
      if ((long) reader.getWidth(directory) * reader.getHeight(directory) > MAX_PIXELS) {
        throw new FaultException(new FileFault.Size(name));
      }
      image = reader.read(directory);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers meet broken files with exceptions of every kind.
      throw FilePages.unreadable(name, e);
    } finally {
      reader.dispose();
    }
    int density = Density.of(OptionalInt.empty(), image.getWidth(), image.getHeight(), dpi);
    return PageEncoder.encode(number, PictureRows.inItsColours(image), density);
  }
}
