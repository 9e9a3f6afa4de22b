package vn.motcua.kiosk.paper.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Brings a page's picture into the form of the archive. A scanner's JPEG is kept byte for byte;
 * black and white stays lossless; what else came without loss (a PNG of 26 MB an A4 page) becomes a
 * JPEG of good quality, because nobody could send the other.
 */
public final class PageReader {
  /** Of JPEGs that are made here, in ImageIO's scale from 0 to 1. */
  private static final float QUALITY = 0.88f;

  private PageReader() {}

  public static PagePicture read(PageFile page) throws IOException {
    try {
      return switch (page.kind()) {
        case JPEG -> jpeg(page);
        case PNG -> encode(decode("png", page));
        case TIFF -> encode(decode("tiff", page));
      };
    } catch (BadPageException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders answer spoiled data with whatever it leads them to.
      throw new BadPageException(Defect.DAMAGED, e);
    } catch (OutOfMemoryError e) {
      // Asked for in one piece by a decoder, so nothing else has suffered.
      throw new BadPageException(Defect.TOO_LARGE, e);
    }
  }

  private static PagePicture jpeg(PageFile page) throws IOException {
    byte[] bytes = PageSource.bytes(page.path());
    JpegHeader header = JpegHeader.parse(bytes);
    if (header.width() != page.width() || header.height() != page.height()) {
      throw new BadPageException(Defect.DAMAGED, "the file was changed meanwhile");
    }
    if (header.canBeKept()) {
      return new PagePicture.Jpeg(bytes, header.width(), header.height(), header.grey());
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
      try {
        reader.setInput(in, true, true);
        BufferedImage rgb =
            header.components().size() == 4
                ? CmykJpeg.toRgb(reader.readRaster(0, null), header.adobeTransform())
                : reader.read(0);
        return encode(rgb);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage decode(String format, PageFile page) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(page.path().toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
      AtomicInteger warnings = new AtomicInteger();
      IIOReadWarningListener listener = (source, warning) -> warnings.incrementAndGet();
      try {
        reader.setInput(in, false, true);
        reader.addIIOReadWarningListener(listener);
        BufferedImage image = reader.read(page.frame());
        if (warnings.get() > 0) {
          throw new BadPageException(Defect.DAMAGED, format + " decoder warns");
        }
        return image;
      } finally {
        reader.dispose();
      }
    }
  }

  private static PagePicture encode(BufferedImage image) throws IOException {
    if (isBlackAndWhite(image.getColorModel())) {
      return new PagePicture.Bitonal(redrawn(image, BufferedImage.TYPE_BYTE_BINARY));
    }
    boolean grey = image.getRaster().getNumBands() == 1 && !isIndexed(image.getColorModel());
    BufferedImage plain =
        redrawn(image, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(plain, null, null), quality);
    } finally {
      writer.dispose();
    }
    return new PagePicture.Jpeg(bytes.toByteArray(), plain.getWidth(), plain.getHeight(), grey);
  }

  private static boolean isIndexed(ColorModel model) {
    return model instanceof IndexColorModel;
  }

  private static boolean isBlackAndWhite(ColorModel model) {
    if (model.getPixelSize() != 1
        || !(model instanceof IndexColorModel palette)
        || palette.getMapSize() != 2
        || palette.hasAlpha()) {
      return false;
    }
    int first = palette.getRGB(0) & 0xFFFFFF;
    int second = palette.getRGB(1) & 0xFFFFFF;
    return (first == 0 && second == 0xFFFFFF) || (first == 0xFFFFFF && second == 0);
  }

  /** The picture in one of the JDK's plain layouts; what is transparent becomes paper. */
  private static BufferedImage redrawn(BufferedImage image, int type) {
    if (image.getType() == type && type != BufferedImage.TYPE_BYTE_BINARY) {
      return image;
    }
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = plain.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
      graphics.drawImage(image, 0, 0, null);
    } finally {
      graphics.dispose();
    }
    return plain;
  }

  /** Four-colour JPEGs, which the JDK decodes but does not convert. */
  private static final class CmykJpeg {
    private static BufferedImage toRgb(Raster raster, int adobeTransform) {
      int width = raster.getWidth();
      BufferedImage rgb =
          new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      int[] samples = new int[4 * width];
      int[] line = new int[width];
      for (int y = 0; y < raster.getHeight(); y++) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
        for (int x = 0; x < width; x++) {
          line[x] = rgb(samples, 4 * x, adobeTransform);
        }
        rgb.setRGB(0, y, width, 1, line, 0, width);
      }
      return rgb;
    }

    /** Adobe writes its inks upside down: 255 is no ink. Others write 0 for no ink. */
    private static int rgb(int[] s, int at, int adobeTransform) {
      double a = s[at];
      double b = s[at + 1];
      double c = s[at + 2];
      double k = s[at + 3];
      if (adobeTransform == 2) {
        double y = a;
        double cb = b - 128;
        double cr = c - 128;
        // YCCK is made of what the upside-down inks leave over (libjpeg's cmyk_ycck_convert).
        a = 255 - (y + 1.402 * cr);
        b = 255 - (y - 0.344136 * cb - 0.714136 * cr);
        c = 255 - (y + 1.772 * cb);
      }
      if (adobeTransform < 0) {
        a = 255 - a;
        b = 255 - b;
        c = 255 - c;
        k = 255 - k;
      }
      return channel(a, k) << 16 | channel(b, k) << 8 | channel(c, k);
    }

    private static int channel(double light, double k) {
      return (int) (Math.clamp(light, 0, 255) * k / 255);
    }
  }
}
