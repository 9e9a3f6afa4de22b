package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.ocr.Engines;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.file.FilePages;

/**
 * The words on the pages of a file, straightened and turned upright first. A PDF is read as a
 * picture: what its invisible text says need not be what people see. For one thread.
 */
public final class PageTexts implements AutoCloseable {
  /** A file with more pages is no dossier's paper that somebody waits for at the counter. */
  private static final int MOST_PAGES = 50;

  private final Engines engines = new Engines();

  /**
   * Reads JPEG, PNG, TIFF or PDF; at most the first {@value #MOST_PAGES} pages.
   *
   * @throws FaultException with a {@link BadPage}, a {@link PaperFault.Cancelled}, or for a PDF a
   *     {@code FileFault}
   */
  public List<PageText> read(Path file, Cancellation cancellation) throws FaultException {
    if (!PageFiles.isPdf(file)) {
      return read(new PageSource(0).open(file, 1), cancellation);
    }
    List<PageText> texts = new ArrayList<>();
    try (var pdf = FilePages.open(file)) {
      Path picture = Files.createTempFile("read-back-", ".page");
      try {
        for (int i = 0; i < Math.min(pdf.pages(), MOST_PAGES); i++) {
          ScannedPage page = pdf.page(i, i + 1, (int) Ocr.DPI, cancellation);
          Files.write(picture, page.image());
          texts.addAll(read(new PageSource(page.dpi()).open(picture, i + 1), cancellation));
        }
      } finally {
        Files.deleteIfExists(picture);
      }
    } catch (IOException e) {
      throw new FaultException(new PdfFault.NotWritable(), e);
    }
    return texts;
  }

  private List<PageText> read(List<PageFile> pages, Cancellation cancellation)
      throws FaultException {
    List<PageText> texts = new ArrayList<>();
    Ocr engine = engines.borrow(Ocr.SHIPPED);
    try {
      for (PageFile page : pages.subList(0, Math.min(pages.size(), MOST_PAGES))) {
        texts.add(read(page, engine, cancellation));
      }
    } finally {
      engines.giveBack(engine);
    }
    return texts;
  }

  private static PageText read(PageFile page, Ocr engine, Cancellation cancellation)
      throws FaultException {
    try (LookedPage looked = PageLook.look(page, Profile.ORIGINAL, true)) {
      GreyPix grey = looked.forReading().orElseThrow();
      return PageReading.read(looked, grey, engine, cancellation).text();
    }
  }

  @Override
  public void close() {
    engines.close();
  }
}
