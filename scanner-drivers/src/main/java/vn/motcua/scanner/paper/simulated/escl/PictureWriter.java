package vn.motcua.scanner.paper.simulated.escl;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a picture with its dots per inch, as a device does. */
final class PictureWriter {
  private static final double MILLIMETRES_PER_INCH = 25.4;

  private PictureWriter() {}

  /**
   * Encodes a picture.
   *
   * @param compression of a JPEG, 0 for the best to 100 for the smallest
   */
  static byte[] write(BufferedImage image, PageForm form, int dpi, int compression)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(form.format().name()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (form == PageForm.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(1f - compression / 100f * 0.9f);
      } else if (form == PageForm.TIFF) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        boolean bits = image.getType() == BufferedImage.TYPE_BYTE_BINARY;
        how.setCompressionType(bits ? "CCITT T.6" : "Deflate");
      }
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
      switch (form) {
        case JPEG -> densityOfJfif(metadata, dpi);
        case PNG -> densityOfPng(metadata, dpi);
        case TIFF -> densityOfTiff(metadata, dpi);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void densityOfJfif(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
    jfif.setAttribute("resUnits", "1"); // dots per inch
    jfif.setAttribute("Xdensity", Integer.toString(dpi));
    jfif.setAttribute("Ydensity", Integer.toString(dpi));
    metadata.setFromTree(format, root);
  }

  private static void densityOfPng(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    String perMetre = Long.toString(Math.round(dpi * 1000 / MILLIMETRES_PER_INCH));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
    root.appendChild(physical);
    metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
  }

  private static void densityOfTiff(IIOMetadata metadata, int dpi) throws IIOInvalidTreeException {
    String millimetres = Double.toString(MILLIMETRES_PER_INCH / dpi);
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    for (String name : new String[] {"HorizontalPixelSize", "VerticalPixelSize"}) {
      IIOMetadataNode size = new IIOMetadataNode(name);
      size.setAttribute("value", millimetres);
      dimension.appendChild(size);
    }
    IIOMetadataNode root = new IIOMetadataNode(IIOMetadataFormatImpl.standardMetadataFormatName);
    root.appendChild(dimension);
    metadata.mergeTree(IIOMetadataFormatImpl.standardMetadataFormatName, root);
  }
}
