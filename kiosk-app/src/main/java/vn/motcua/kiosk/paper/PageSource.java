package vn.motcua.kiosk.paper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import vn.motcua.kiosk.paper.PageFile.Kind;
import vn.motcua.kiosk.paper.PaperFault.BadPage;
import vn.motcua.kiosk.paper.PaperFault.Defect;
import vn.motcua.scanner.FaultException;

/**
 * Finds the pictures in a page's file by its content, never by its name: JPEG, PNG, TIFF. Sizes are
 * held against the caps before anything is decoded.
 */
public final class PageSource {
  /** Dots per inch that a file's own word is replaced with; 0 to believe the file. */
  private final int dpi;

  /**
   * @param dpi what the scanner is known to have used, or 0 to believe the files
   */
  public PageSource(int dpi) {
    this.dpi = dpi;
  }

  /**
   * The pictures in {@code path}: one, or several in a TIFF of several pages.
   *
   * @param number the file's place in its list, from 1, for the fault
   * @throws FaultException with a {@link BadPage}
   */
  public List<PageFile> open(Path path, int number) throws FaultException {
    try {
      return find(path, number);
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), number), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, number), e);
    }
  }

  private List<PageFile> find(Path path, int number) throws IOException {
    byte[] head = head(path);
    if (JpegHeader.looksLike(head)) {
      JpegHeader jpeg = JpegHeader.parse(bytes(path));
      return List.of(
          page(
              path,
              number,
              0,
              Kind.JPEG,
              jpeg.width(),
              jpeg.height(),
              jpeg.xDpi(),
              jpeg.yDpi(),
              jpeg.orientation()));
    }
    if (PngHeader.looksLike(head)) {
      PngHeader png = PngHeader.parse(bytes(path));
      return List.of(
          page(
              path,
              number,
              0,
              Kind.PNG,
              png.width(),
              png.height(),
              png.xDpi(),
              png.yDpi(),
              Orientation.UPRIGHT));
    }
    if (looksLikeTiff(head)) {
      return tiff(path, number);
    }
    throw new BadPageException(Defect.NOT_IMAGE, "neither JPEG nor PNG nor TIFF");
  }

  /** The file's content, within the cap. */
  static byte[] bytes(Path path) throws IOException {
    head(path);
    if (Files.size(path) > PageLimits.FILE_BYTES) {
      throw new BadPageException(Defect.TOO_LARGE, Files.size(path) + " bytes");
    }
    return Files.readAllBytes(path);
  }

  private static byte[] head(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new BadPageException(Defect.MISSING, "no such file, or not readable");
    }
    if (!Files.isRegularFile(path)) {
      throw new BadPageException(Defect.NOT_IMAGE, "not a regular file");
    }
    long size = Files.size(path);
    if (size == 0) {
      throw new BadPageException(Defect.EMPTY_FILE, "0 bytes");
    }
    if (size > PageLimits.TIFF_BYTES) {
      throw new BadPageException(Defect.TOO_LARGE, size + " bytes");
    }
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(16);
    }
  }

  private PageFile page(
      Path path,
      int number,
      int frame,
      Kind kind,
      int width,
      int height,
      double xDpi,
      double yDpi,
      Orientation orientation)
      throws BadPageException {
    if (!PageLimits.fits(width, height)) {
      throw new BadPageException(Defect.TOO_LARGE, width + " x " + height + " pixels");
    }
    Resolution known =
        dpi > 0 ? new Resolution(dpi, dpi) : Resolution.believe(xDpi, yDpi, width, height);
    return new PageFile(
        path, number, frame, kind, width, height, known.x(), known.y(), orientation);
  }

  private static boolean looksLikeTiff(byte[] head) {
    return head.length >= 4
        && (Arrays.equals(head, 0, 4, new byte[] {'I', 'I', 42, 0}, 0, 4)
            || Arrays.equals(head, 0, 4, new byte[] {'M', 'M', 0, 42}, 0, 4));
  }

  private List<PageFile> tiff(Path path, int number) throws IOException {
    List<PageFile> pages = new ArrayList<>();
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    File file = path.toFile();
    try (ImageInputStream in = new FileImageInputStream(file)) {
      reader.setInput(in, false, false);
      while (hasFrame(reader, pages.size())) {
        int frame = pages.size();
        if (frame >= PageLimits.FRAMES) {
          throw new BadPageException(Defect.TOO_LARGE, "too many pictures in one TIFF");
        }
        int width = reader.getWidth(frame);
        int height = reader.getHeight(frame);
        if (!PageLimits.fits(width, height)) {
          throw new BadPageException(Defect.TOO_LARGE, width + " x " + height + " pixels");
        }
        TIFFDirectory tags = tags(reader.getImageMetadata(frame));
        requireWithin(tags, file.length());
        double unit = first(tags, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT, 2) == 3 ? 2.54 : 1;
        pages.add(
            page(
                path,
                number,
                frame,
                Kind.TIFF,
                width,
                height,
                first(tags, BaselineTIFFTagSet.TAG_X_RESOLUTION, 0) * unit,
                first(tags, BaselineTIFFTagSet.TAG_Y_RESOLUTION, 0) * unit,
                Orientation.ofTag((int) first(tags, BaselineTIFFTagSet.TAG_ORIENTATION, 1))));
      }
    } catch (BadPageException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The reader answers spoiled directories with whatever they lead it to.
      throw new BadPageException(Defect.DAMAGED, e);
    } finally {
      reader.dispose();
    }
    if (pages.isEmpty()) {
      throw new BadPageException(Defect.DAMAGED, "TIFF without a picture");
    }
    return pages;
  }

  private static boolean hasFrame(ImageReader reader, int frame) throws IOException {
    try {
      reader.getWidth(frame);
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private static TIFFDirectory tags(IIOMetadata metadata) throws IOException {
    return TIFFDirectory.createFromMetadata(metadata);
  }

  private static double first(TIFFDirectory tags, int tag, double otherwise) {
    TIFFField field = tags.getTIFFField(tag);
    return field == null || field.getCount() < 1 ? otherwise : field.getAsDouble(0);
  }

  /** A TIFF that breaks off decodes to white without a word: its strips tell. */
  private static void requireWithin(TIFFDirectory tags, long fileLength) throws BadPageException {
    requireWithin(
        tags,
        BaselineTIFFTagSet.TAG_STRIP_OFFSETS,
        BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS,
        fileLength);
    requireWithin(
        tags,
        BaselineTIFFTagSet.TAG_TILE_OFFSETS,
        BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS,
        fileLength);
  }

  private static void requireWithin(TIFFDirectory tags, int from, int count, long fileLength)
      throws BadPageException {
    TIFFField offsets = tags.getTIFFField(from);
    TIFFField counts = tags.getTIFFField(count);
    if (offsets == null || counts == null) {
      return;
    }
    for (int i = 0; i < Math.min(offsets.getCount(), counts.getCount()); i++) {
      if (offsets.getAsLong(i) + counts.getAsLong(i) > fileLength) {
        throw new BadPageException(Defect.DAMAGED, "TIFF breaks off");
      }
    }
  }
}
