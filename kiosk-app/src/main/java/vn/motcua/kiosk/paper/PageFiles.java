package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.file.FileFault;
import vn.motcua.scanner.paper.file.FilePages;

/**
 * Opens what was handed in, pictures and PDFs alike. The pages of a PDF become picture files in a
 * folder that is gone after {@link #close}; only pictures come out of it: no script, no attachment,
 * no link (the file is drawn anew).
 */
final class PageFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageFiles.class);

  /** For pictures in a PDF that do not say how large they are. */
  private static final int USUAL_DPI = 300;

  /** A PDF's head may stand behind some rubbish (ISO 32000-1 Annex H.3, note 13). */
  private static final int HEAD = 1024;

  private final Path beside;
  private Optional<Path> folder = Optional.empty();
  private int written;

  /**
   * @param beside an existing folder in which the scratch folder is made when it is needed
   */
  PageFiles(Path beside) {
    this.beside = beside;
  }

  /** Takes a page. */
  interface Taker {
    void page(PageFile page) throws FaultException;
  }

  /**
   * Hands over the pages of a file, in their order.
   *
   * @param number the file's place in its list, from 1
   * @param dpi what the scanner is known to have used, or 0 to believe the file; a PDF is believed
   * @throws FaultException with a {@link vn.motcua.kiosk.paper.page.BadPage}, for a PDF with a
   *     {@link vn.motcua.scanner.paper.file.FileFault}, or what a disk can do
   */
  void open(Path file, int number, int dpi, Taker taker, Cancellation cancellation)
      throws FaultException {
    if (isPdf(file)) {
      openPdf(file, number, taker, cancellation);
    } else {
      hand(file, number, dpi, taker);
    }
  }

  private static void hand(Path file, int number, int dpi, Taker taker) throws FaultException {
    for (PageFile page : new PageSource(dpi).open(file, number)) {
      taker.page(page);
    }
  }

  /**
   * What is wrong with a file or page alone, so that the others can do without it; a PDF of which
   * no page can be had is damaged. Empty if the fault is none of the file's.
   */
  static Optional<BadPage> bad(FaultException e, int number) {
    return switch (e.fault()) {
      case BadPage bad -> Optional.of(new BadPage(bad.defect(), number));
      case FileFault _ -> Optional.of(new BadPage(Defect.DAMAGED, number));
      default -> Optional.empty();
    };
  }

  static boolean isPdf(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
    } catch (IOException unreadable) {
      return false; // whoever opens it next says so
    }
  }

  private void openPdf(Path pdf, int number, Taker taker, Cancellation cancellation)
      throws FaultException {
    try {
      if (folder.isEmpty()) {
        folder = Optional.of(Files.createTempDirectory(beside, ".pages-"));
      }
      Path place = folder.get();
      FilePages.read(
          pdf,
          USUAL_DPI,
          1,
          page -> {
            Path file = place.resolve(++written + "." + page.format().extension());
            WholeFile.write(file, out -> out.write(page.image()));
            hand(file, number, page.dpi(), taker);
          },
          cancellation);
    } catch (IOException e) {
      throw new FaultException(WholeFile.faultOf(e, beside), e);
    }
  }

  @Override
  public void close() {
    if (folder.isEmpty()) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder.get())) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      LOG.warn("the folder of a PDF's pages could not be removed", stays);
    }
  }
}
