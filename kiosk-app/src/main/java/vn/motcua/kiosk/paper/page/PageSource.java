package vn.motcua.kiosk.paper.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.page.PageFile.Kind;
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
    if (TiffHeader.looksLike(head)) {
      List<PageFile> pages = new ArrayList<>();
      for (TiffHeader tiff : TiffHeader.parse(path)) {
        pages.add(
            page(
                path,
                number,
                pages.size(),
                Kind.TIFF,
                tiff.width(),
                tiff.height(),
                tiff.xDpi(),
                tiff.yDpi(),
                tiff.orientation()));
      }
      return pages;
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
}
