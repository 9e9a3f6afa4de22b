package vn.motcua.scanner.paper.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanFault;

/** Makes a page of a picture file that a telephone or a camera took. */
public final class PhonePicture {
  /** Pixels that are decoded; of a larger picture every second or third is taken. */
  private static final long MOST_DECODED = 26_000_000;

  /** Pixels from which a picture is refused: the decoder may hold all of them at once. */
  private static final long MOST_PIXELS = 120_000_000;

  private PhonePicture() {}

  /**
   * The A4 page in a JPEG (baseline or progressive, any orientation) or PNG.
   *
   * @throws FaultException with {@link CameraFault.PictureKind} if it is of another kind (HEIC,
   *     CMYK) or far too large, with {@link ScanFault.BadImage} if it is not whole
   */
  public static ProposedPage read(byte[] file) throws FaultException {
    return read(file, PageMaker.ARCHIVE);
  }

  /** As {@link #read(byte[])}, made as {@code maker} says. */
  public static ProposedPage read(byte[] file, PageMaker maker) throws FaultException {
    return maker.make(decode(file));
  }

  /** The picture in a file, upright. */
  public static Picture decode(byte[] file) throws FaultException {
    ImageFormat format =
        PageImages.format(file)
            .filter(each -> each != ImageFormat.TIFF)
            .orElseThrow(() -> new FaultException(new CameraFault.PictureKind()));
    JpegHeader header = format == ImageFormat.JPEG ? JpegHeader.of(file) : new JpegHeader(3, 1);
    if (header.components() == 4) {
      throw new FaultException(new CameraFault.PictureKind(), "four components");
    }
    PageImages.Facts facts = PageImages.check(file);
    long pixels = (long) facts.width() * facts.height();
    if (pixels > MOST_PIXELS) {
      throw new FaultException(new CameraFault.PictureKind(), pixels + " pixels");
    }
    int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_DECODED));
    return header.upright(Picture.of(decode(file, format, step)));
  }

  private static BufferedImage decode(byte[] file, ImageFormat format, int step)
      throws FaultException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      ImageReadParam how = reader.getDefaultReadParam();
      how.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, how);
    } catch (IOException | RuntimeException e) {
      // The JDK's readers meet broken pictures with exceptions of every kind.
      throw new FaultException(new ScanFault.BadImage(), e);
    } finally {
      reader.dispose();
    }
  }
}
