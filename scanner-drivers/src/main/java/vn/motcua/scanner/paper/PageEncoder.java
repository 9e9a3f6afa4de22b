package vn.motcua.scanner.paper;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.motcua.scanner.FaultException;

/**
 * Turns raw rows into the picture of a page: JPEG for grey and colour, PNG for one bit a pixel,
 * both with their dots per inch written into them.
 */
public final class PageEncoder {
  private static final double MILLIMETRES_PER_INCH = 25.4;

  private PageEncoder() {}

  /** As {@link #encode(int, Rows, int, int)} in {@link ScanSettings#GOOD_QUALITY}. */
  public static ScannedPage encode(int number, Rows rows, int dpi)
      throws IOException, FaultException {
    return encode(number, rows, dpi, ScanSettings.GOOD_QUALITY);
  }

  /**
   * Encodes a page.
   *
   * @param number 1 for the first page of the job
   * @param dpi dots per inch that were really used
   * @param quality of a JPEG, 1 to 100
   * @throws FaultException whatever {@code rows} throws, or {@link ScanFault.BadImage} if the
   *     picture is larger than any page
   */
  public static ScannedPage encode(int number, Rows rows, int dpi, int quality)
      throws IOException, FaultException {
    if (rows.width() > PageImages.MAX_SIDE
        || rows.height() > PageImages.MAX_SIDE
        || (long) rows.width() * rows.height() > PageImages.MAX_PIXELS) {
      throw new FaultException(
          new ScanFault.BadImage(), rows.width() + " x " + rows.height() + " pixels");
    }
    CappedBytes bytes = new CappedBytes(PageImages.MAX_BYTES);
    try {
      if (rows.bits()) {
        png(rows, dpi, bytes);
      } else {
        jpeg(rows, dpi, quality, bytes);
      }
    } catch (RowRaster.Broken e) {
      throw e.unwrap();
    } catch (CappedBytes.Full e) {
      throw new FaultException(new ScanFault.BadImage(), e);
    }
    return new ScannedPage(
        number,
        rows.bits() ? ImageFormat.PNG : ImageFormat.JPEG,
        bytes.toByteArray(),
        rows.width(),
        rows.height(),
        dpi);
  }

  private static void jpeg(Rows rows, int dpi, int quality, OutputStream target)
      throws IOException {
    ColorSpace space =
        ColorSpace.getInstance(rows.channels() == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
    ColorModel model =
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    BufferedImage image = RowRaster.image(rows, model);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality / 100f);
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
      densityToJfif(metadata, dpi);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), how);
    } finally {
      writer.dispose();
    }
  }

  private static void densityToJfif(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
    jfif.setAttribute("resUnits", "1"); // dots per inch
    jfif.setAttribute("Xdensity", Integer.toString(dpi));
    jfif.setAttribute("Ydensity", Integer.toString(dpi));
    metadata.setFromTree(format, root);
  }

  private static void png(Rows rows, int dpi, OutputStream target)
      throws IOException, FaultException {
    BufferedImage image =
        new BufferedImage(rows.width(), rows.height(), BufferedImage.TYPE_BYTE_BINARY);
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] row = new byte[rows.rowBytes()];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      for (int x = 0; x < row.length; x++) {
        pixels[y * row.length + x] = (byte) ~row[x]; // there 1 is white
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
      densityToPng(metadata, dpi);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), how);
    } finally {
      writer.dispose();
    }
  }

  private static void densityToPng(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    String perMetre = Long.toString(Math.round(dpi * 1000 / MILLIMETRES_PER_INCH));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(format);
    root.appendChild(physical);
    metadata.mergeTree(format, root);
  }
}
