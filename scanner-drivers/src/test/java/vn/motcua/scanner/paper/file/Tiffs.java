package vn.motcua.scanner.paper.file;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
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

  /** {@code pages} pages of one picture of one bit, each one strip of G4 at 600 dots per inch. */
  public static byte[] g4(BufferedImage bits, int pages) throws IOException {
    byte[] data;
    try (PDDocument document = new PDDocument();
        InputStream raw =
            CCITTFactory.createFromImage(document, bits).getCOSObject().createRawInputStream()) {
      data = raw.readAllBytes();
    }
    int[][] entries = {
      {256, bits.getWidth()},
      {257, bits.getHeight()},
      {258, 1},
      {259, 4},
      {262, 1},
      {273, 0},
      {278, bits.getHeight()},
      {279, data.length}
    };
    int directory = 2 + 12 * entries.length + 4;
    int step = data.length + directory + (data.length + directory & 1);
    ByteBuffer out = ByteBuffer.allocate(8 + pages * step).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + data.length);
    for (int i = 0; i < pages; i++) {
      int at = 8 + i * step;
      out.position(at).put(data).putShort((short) entries.length);
      for (int[] each : entries) {
        int value = each[0] == 273 ? at : each[1];
        out.putShort((short) each[0]).putShort((short) 4).putInt(1).putInt(value);
      }
      out.putInt(i == pages - 1 ? 0 : at + step + data.length);
    }
    return out.array();
  }
}
