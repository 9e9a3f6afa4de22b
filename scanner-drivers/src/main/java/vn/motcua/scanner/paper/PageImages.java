package vn.motcua.scanner.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.motcua.scanner.FaultException;

/**
 * Looks at an encoded page without decoding its pixels: is it the kind of picture that it says, of
 * a size that a page can have, and there to its last byte? Devices do deliver empty, cut-off and
 * plainly wrong pictures.
 */
public final class PageImages {
  /** Pixels a side; A3 at 1200 dots per inch has 19,843. */
  public static final int MAX_SIDE = 20_000;

  /** Pixels in all. */
  public static final long MAX_PIXELS = 400_000_000L;

  /** Bytes of an encoded page. */
  public static final int MAX_BYTES = 128 * 1024 * 1024;

  private PageImages() {}

  /**
   * What a picture says of itself.
   *
   * @param width pixels
   * @param height pixels
   * @param dpi dots per inch, if it says so
   */
  public record Facts(ImageFormat format, int width, int height, OptionalInt dpi) {}

  /** What the first bytes say that this is, if it is a picture that a scanner may deliver. */
  public static Optional<ImageFormat> format(byte[] image) {
    if (startsWith(image, 0xff, 0xd8, 0xff)) {
      return Optional.of(ImageFormat.JPEG);
    }
    if (startsWith(image, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of(ImageFormat.PNG);
    }
    if (startsWith(image, 'I', 'I', 42, 0) || startsWith(image, 'M', 'M', 0, 42)) {
      return Optional.of(ImageFormat.TIFF);
    }
    return Optional.empty();
  }

  /**
   * Checks a picture.
   *
   * @throws FaultException with {@link ScanFault.BadImage} if it is not whole or not a page
   */
  public static Facts check(byte[] image) throws FaultException {
    if (image.length > MAX_BYTES) {
      throw bad("larger than any page");
    }
    ImageFormat format = format(image).orElseThrow(() -> bad("not a picture"));
    OptionalInt dpi =
        switch (format) {
          case JPEG -> JpegShape.check(image);
          case PNG -> PngShape.check(image);
          case TIFF -> TiffShape.check(image);
        };
    return size(image, format, dpi);
  }

  /** Asks the decoder for the size: it must understand the header too. */
  private static Facts size(byte[] image, ImageFormat format, OptionalInt dpi)
      throws FaultException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width < 1
          || height < 1
          || width > MAX_SIDE
          || height > MAX_SIDE
          || (long) width * height > MAX_PIXELS) {
        throw bad(width + " x " + height + " pixels");
      }
      return new Facts(format, width, height, dpi);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers meet broken headers with exceptions of every kind.
      throw new FaultException(new ScanFault.BadImage(), e);
    } finally {
      reader.dispose();
    }
  }

  static FaultException bad(String why) {
    return new FaultException(new ScanFault.BadImage(), why);
  }

  private static boolean startsWith(byte[] image, int... magic) {
    if (image.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((image[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
