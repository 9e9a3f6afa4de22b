package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private final List<PageOrigin> origins = new ArrayList<>();
  private Optional<Path> folder = Optional.empty();
  private int written;

  /**
   * @param beside an existing folder in which the scratch folder is made when it is needed
   */
  PageFiles(Path beside) {
    this.beside = beside;
  }

  /** Takes the pages of a pile, each under its number. */
  interface Taker {
    void page(PageFile page);

    /** A page, or a file of which none could be had, or what hinders all of them. */
    void bad(FaultException why, int number);
  }

  /** Where each page came from, by its number from 1. */
  List<PageOrigin> origins() {
    return List.copyOf(origins);
  }

  /**
   * Hands over the pages of a file, in their order, numbered on from those before them.
   *
   * @param dpi what the scanner is known to have used, or 0 to believe the file; a PDF is believed
   */
  void open(Path file, int dpi, Taker taker, Cancellation cancellation) {
    int before = origins.size();
    try {
      if (isPdf(file)) {
        openPdf(file, taker, cancellation);
      } else {
        hand(file, file, dpi, taker);
      }
    } catch (FaultException e) {
      taker.bad(e, number(file, origins.size() - before + 1));
    }
  }

  private int number(Path file, int page) {
    origins.add(new PageOrigin(file, page));
    return origins.size();
  }

  private void hand(Path origin, Path file, int dpi, Taker taker) throws FaultException {
    new PageSource(dpi)
        .open(
            file,
            1,
            new PageSource.Taker() {
              private int page = pagesOf(origin);

              @Override
              public void page(PageFile found) {
                taker.page(found.numbered(number(origin, ++page)));
              }

              @Override
              public void broken(FaultException why) {
                taker.bad(why, number(origin, ++page));
              }
            });
  }

  /** How many pages of the file that was opened last there are already. */
  private int pagesOf(Path origin) {
    return origins.isEmpty() || !origins.getLast().file().equals(origin)
        ? 0
        : origins.getLast().page();
  }

  /**
   * What is wrong with a file or page alone, so that the others can do without it; a PDF of which
   * no page can be had is damaged. Empty if the fault is none of the file's.
   */
  static Optional<BadPage> bad(FaultException e, int number) {
    return switch (e.fault()) {
      case BadPage bad -> Optional.of(new BadPage(bad.defect(), number));
      case FileFault.Protected _ -> Optional.of(new BadPage(Defect.LOCKED, number));
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

  private void openPdf(Path pdf, Taker taker, Cancellation cancellation) throws FaultException {
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
            hand(pdf, file, page.dpi(), taker);
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
