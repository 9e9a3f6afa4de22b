package vn.motcua.scanner.chip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** JPEG by the JDK's own decoder. */
final class JpegCodec implements FaceCodec {
  @Override
  public BufferedImage decode(byte[] picture, Deadline deadline)
      throws IOException, UnusableFaceException {
    JpegStructure checked = JpegStructure.of(picture);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    ImageReader reader = readers.next();
    try (PictureStream in = new PictureStream(checked.bytes(), false, deadline)) {
      reader.addIIOReadProgressListener(new StopInTime(in));
      reader.setInput(in, true, true);
      return opaque(reader.read(0));
    } finally {
      reader.dispose();
    }
  }

  /** Every face leaves in one pixel format, whatever the decoder chose. */
  private static BufferedImage opaque(BufferedImage decoded) {
    if (decoded.getType() == BufferedImage.TYPE_INT_RGB) {
      return decoded;
    }
    BufferedImage image =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] line = new int[decoded.getWidth()];
    for (int y = 0; y < decoded.getHeight(); y++) {
      decoded.getRGB(0, y, line.length, 1, line, 0, line.length);
      image.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    return image;
  }
}
