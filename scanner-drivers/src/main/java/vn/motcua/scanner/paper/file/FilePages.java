package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Takes a file as pages: JPEG and PNG (one page, its bytes as they are), TIFF (every page a TIFF of
 * its own with the same compressed data) and PDF (a page that is nothing but one JPEG gives that
 * JPEG, one that is nothing but a G4 picture a TIFF with the same data, every other page is drawn
 * at 300 dots per inch). The file is only read. What it is, its first bytes say, not its name.
 */
public final class FilePages {
  /** A file with more pages is no bundle of paper. */
  public static final int MAX_PAGES = 2000;

  /** Bytes of a file: two thousand colour pages have about a gigabyte. */
  public static final long MAX_FILE_BYTES = 2L << 30;

  private static final int HEAD = 1024;

  private FilePages() {}

  /**
   * Opens {@code file} and looks whether it is whole to its last byte; no pixel is decoded.
   *
   * @throws FaultException with a {@link FileFault}
   * @throws IOException if it cannot be read, is a symbolic link or no ordinary file
   */
  public static PageFile open(Path file) throws FaultException, IOException {
    String name = name(file);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(name, null, "no ordinary file");
    }
    return open(FileBytes.of(file), name);
  }

  /** The same for bytes from elsewhere; closes them if they are no good. */
  static PageFile open(FileBytes bytes, String name) throws FaultException, IOException {
    boolean kept = false;
    try {
      PageFile opened = kind(bytes, name);
      kept = true;
      return opened;
    } catch (FaultException e) {
      throw e.fault() instanceof FileFault ? e : unreadable(name, e);
    } finally {
      if (!kept) {
        bytes.close();
      }
    }
  }

  private static PageFile kind(FileBytes bytes, String name) throws FaultException, IOException {
    if (bytes.size() > MAX_FILE_BYTES) {
      throw new FaultException(new FileFault.Size(name), bytes.size() + " bytes");
    }
    byte[] head = bytes.read(0, (int) Math.min(HEAD, bytes.size()));
    if (PdfEnds.begins(head)) {
      return PdfFile.open(bytes, name, PdfLimits.USUAL);
    }
    Optional<ImageFormat> format = PageImages.format(head);
    if (format.isEmpty()) {
      throw new FaultException(new FileFault.Unreadable(name), "neither picture nor PDF");
    }
    return format.get() == ImageFormat.TIFF
        ? TiffFile.open(bytes, name)
        : PictureFile.open(bytes, name);
  }

  /** Whether these first bytes of a file (1024, or all it has) may be those of pages. */
  public static boolean looksLikePages(byte[] head) {
    return PdfEnds.begins(head) || PageImages.format(head).isPresent();
  }

  /**
   * Hands all pages of {@code file} to {@code pages}, one after the other on the calling thread.
   * The file stays where it is.
   *
   * @param dpi dots per inch of a picture that does not say, 50 to 1200
   * @param first number of the first page, from 1
   * @return how many pages were accepted; fewer than it has only if {@code cancellation} said so
   * @throws FaultException with a {@link FileFault}, or whatever {@code pages} throws; pages that
   *     were accepted stay valid
   * @throws IOException if the file cannot be read
   */
  public static int read(
      Path file, int dpi, int first, PageReceiver pages, Cancellation cancellation)
      throws FaultException, IOException {
    int accepted = 0;
    try (PageFile opened = open(file)) {
      while (accepted < opened.pages() && !cancellation.isCancelled()) {
        pages.event(new ScanEvent.PageBegun(first + accepted));
        ScannedPage page = opened.page(accepted, first + accepted, dpi, cancellation);
        pages.accept(page);
        accepted++;
      }
    } catch (CancellationException e) {
      return accepted;
    }
    return accepted;
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  static FaultException unreadable(String name, String why) {
    return new FaultException(new FileFault.Unreadable(name), why);
  }

  static FaultException unreadable(String name, Throwable why) {
    return new FaultException(new FileFault.Unreadable(name), why);
  }
}
