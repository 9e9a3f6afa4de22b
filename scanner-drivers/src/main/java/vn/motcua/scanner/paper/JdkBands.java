package vn.motcua.scanner.paper;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Strips by the JDK's encoder, which runs everywhere. */
final class JdkBands implements BandEncoder {
  @Override
  public byte[] encode(byte[] samples, int width, int rows, int channels, int quality)
      throws IOException {
    ColorSpace space =
        ColorSpace.getInstance(channels == 3 ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, width * rows * channels),
            width,
            rows,
            width * channels,
            channels,
            channels == 3 ? new int[] {0, 1, 2} : new int[] {0},
            null);
    BufferedImage image =
        new BufferedImage(
            new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
            raster,
            false,
            null);
    PageBytes bytes = new PageBytes(PageImages.MAX_BYTES);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality / 100f);
      writer.setOutput(bytes);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.take();
  }
}
