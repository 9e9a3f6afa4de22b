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

  /** Takes the pictures of a file, in their order. */
  public interface Taker {
    void page(PageFile page) throws FaultException;

    /** A picture that cannot be had; others of the file may follow. */
    void broken(FaultException why) throws FaultException;
  }

  /**
   * The pictures in {@code path}: one, or several in a TIFF of several pages.
   *
   * @param number the file's place in its list, from 1, for the fault
   * @throws FaultException with a {@link BadPage} if one of them cannot be had
   */
  public List<PageFile> open(Path path, int number) throws FaultException {
    List<PageFile> pages = new ArrayList<>();
    open(
        path,
        number,
        new Taker() {
          @Override
          public void page(PageFile page) {
            pages.add(page);
          }

          @Override
          public void broken(FaultException why) throws FaultException {
            throw why;
          }
        });
    return pages;
  }

  /**
   * Hands over the pictures in {@code path}, with those of a TIFF that are damaged in their places.
   *
   * @param number the file's place in its list, from 1, for the fault
   * @throws FaultException with a {@link BadPage} if there is none, or what {@code taker} throws
   */
  public void open(Path path, int number, Taker taker) throws FaultException {
    try {
      if (TiffHeader.looksLike(head(path))) {
        tiff(path, number, taker);
      } else {
        taker.page(single(path, number));
      }
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), number), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, number), e);
    }
  }

  /** {@link TiffHeader.Taker} speaks of IO, this one of faults. */
  private void tiff(Path path, int number, Taker taker) throws IOException, FaultException {
    List<Picture> pictures = new ArrayList<>();
    TiffHeader.parse(
        path,
        new TiffHeader.Taker() {
          @Override
          public void picture(TiffHeader tiff) throws IOException {
            pictures.add(
                new Picture.Sound(
                    page(
                        path,
                        number,
                        pictures.size(),
                        Kind.TIFF,
                        tiff.width(),
                        tiff.height(),
                        tiff.xDpi(),
                        tiff.yDpi(),
                        tiff.orientation())));
          }

          @Override
          public void broken(BadPageException why) {
            pictures.add(new Picture.Broken(why));
          }
        });
    for (Picture picture : pictures) {
      switch (picture) {
        case Picture.Sound(PageFile page) -> taker.page(page);
        case Picture.Broken(BadPageException why) ->
            taker.broken(new FaultException(new BadPage(why.defect(), number), why));
      }
    }
  }

  private sealed interface Picture {
    record Sound(PageFile page) implements Picture {}

    record Broken(BadPageException why) implements Picture {}
  }

  private PageFile single(Path path, int number) throws IOException {
    byte[] head = head(path);
    if (JpegHeader.looksLike(head)) {
      JpegHeader jpeg = JpegHeader.parse(bytes(path));
      return page(
          path,
          number,
          0,
          Kind.JPEG,
          jpeg.width(),
          jpeg.height(),
          jpeg.xDpi(),
          jpeg.yDpi(),
          jpeg.orientation());
    }
    if (PngHeader.looksLike(head)) {
      PngHeader png = PngHeader.parse(bytes(path));
      return page(
          path,
          number,
          0,
          Kind.PNG,
          png.width(),
          png.height(),
          png.xDpi(),
          png.yDpi(),
          Orientation.UPRIGHT);
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
