package vn.motcua.scanner.paper.file;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import vn.motcua.scanner.paper.TestPages;

/** Writes TIFFs of several pages with the JDK's own writer. */
public final class Tiffs {
  private Tiffs() {}

  /** {@code pages} small pages that differ, compressed as the JDK calls it. */
  public static byte[] many(int pages, String compression) {
    return of(
        IntStream.rangeClosed(1, pages).mapToObj(i -> TestPages.page(i, 105, 148)).toList(),
        compression);
  }

  /** Pages as one file; CCITT makes them black and white. */
  public static byte[] of(List<BufferedImage> pages, String compression) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionType(compression);
      writer.prepareWriteSequence(null);
      for (BufferedImage each : pages) {
        BufferedImage page = compression.startsWith("CCITT") ? bits(each) : each;
        writer.writeToSequence(new IIOImage(page, null, null), how);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The same in black and white. */
  public static BufferedImage bits(BufferedImage image) {
    BufferedImage bits =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D g = bits.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.dispose();
    return bits;
  }
}
