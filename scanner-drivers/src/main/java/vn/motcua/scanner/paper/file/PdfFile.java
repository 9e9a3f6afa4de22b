package vn.motcua.scanner.paper.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.rendering.ImageType;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PictureRows;
import vn.motcua.scanner.paper.ScannedPage;

/** A PDF: a page that is one JPEG or G4 picture is handed on as that, others are drawn. */
final class PdfFile implements PageFile {
  private static final int DPI = 300;

  /** For sheets too large for that; an A0 plan gets 150. */
  private static final int LEAST_DPI = 100;

  private static final double POINTS_PER_INCH = 72;

  /** 7 mm. */
  private static final double LEAST_POINTS = 20;

  private final PdfBytes bytes;
  private final String name;
  private final PDDocument document;
  private final List<PDPage> pages;
  private final PdfLimits limits;

  private PdfFile(
      PdfBytes bytes, String name, PDDocument document, List<PDPage> pages, PdfLimits limits) {
    this.bytes = bytes;
    this.name = name;
    this.document = document;
    this.pages = pages;
    this.limits = limits;
  }

  static PdfFile open(FileBytes file, String name, PdfLimits limits)
      throws FaultException, IOException {
    PdfEnds.check(file, name);
    PdfBytes bytes = new PdfBytes(file);
    PDDocument document = load(bytes, name);
    boolean kept = false;
    try {
      document.setResourceCache(new WithoutPictures());
      List<PDPage> pages = pages(document, name);
      kept = true;
      return new PdfFile(bytes, name, document, pages, limits);
    } catch (IllegalStateException | ClassCastException | StackOverflowError e) {
      throw FilePages.unreadable(name, e); // how PDFBox meets a page tree that is none
    } finally {
      if (!kept) {
        document.close();
      }
    }
  }

  /** Keeps fonts from page to page, and no pictures. */
  private static final class WithoutPictures extends DefaultResourceCache {
    @Override
    public void put(COSObject indirect, PDXObject object) {
      // One page's pictures are of no use to the next.
    }
  }

  private static PDDocument load(PdfBytes bytes, String name) throws FaultException, IOException {
    try {
      return Loader.loadPDF(bytes, "", IOUtils.createTempFileOnlyStreamCache());
    } catch (InvalidPasswordException e) {
      throw new FaultException(new FileFault.Protected(name), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw damaged(bytes, name, e);
    }
  }

  /** Not as the document counts them itself, but those that are there. */
  private static List<PDPage> pages(PDDocument document, String name) throws FaultException {
    List<PDPage> pages = new ArrayList<>();
    for (PDPage each : document.getPages()) {
      if (pages.size() == FilePages.MAX_PAGES) {
        throw new FaultException(new FileFault.Size(name), "too many pages");
      }
      pages.add(each);
    }
    if (pages.isEmpty() || pages.size() != document.getNumberOfPages()) {
      throw FilePages.unreadable(
          name, pages.size() + " pages instead of " + document.getNumberOfPages());
    }
    return List.copyOf(pages);
  }

  @Override
  public int pages() {
    return pages.size();
  }

  @Override
  public ScannedPage page(int index, int number, int dpi, Cancellation cancellation)
      throws FaultException, IOException {
    PdfWatch watch = new PdfWatch(limits.longest(), cancellation);
    PDPage page = pages.get(index);
    try {
      int density = density(page);
      Optional<ScannedPage> picture =
          hasLayers() ? Optional.empty() : WholePagePicture.of(page, number, watch);
      return picture.isPresent() ? picture.get() : drawn(index, number, density, watch);
    } catch (PdfStop e) {
      throw stopped(e);
    } catch (OutOfMemoryError e) {
      // Pictures, patterns and groups within groups: no sum of the sizes tells it beforehand.
      throw new FaultException(new FileFault.Size(name), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // PDFBox meets broken documents with exceptions of every kind.
      throw damaged(bytes, name, e);
    }
  }

  /** Layers may hide a picture that is there. */
  private boolean hasLayers() {
    return document.getDocumentCatalog().getOCProperties() != null;
  }

  private ScannedPage drawn(int index, int number, int density, PdfWatch watch)
      throws FaultException, IOException {
    if (!document.getPage(index).equals(pages.get(index))) {
      throw FilePages.unreadable(name, "a page tree that contradicts itself");
    }
    BufferedImage drawn =
        new GuardedRenderer(document, limits, watch)
            .renderImageWithDPI(index, density, ImageType.RGB);
    return PageEncoder.encode(number, PictureRows.inItsColours(drawn), density);
  }

  private int density(PDPage page) throws FaultException {
    PDRectangle box = page.getCropBox();
    double width = box.getWidth();
    double height = box.getHeight();
    double inches = width / POINTS_PER_INCH * (height / POINTS_PER_INCH);
    int dpi = (int) Math.min(DPI, Math.sqrt(limits.pixels() / inches));
    if (!(width >= LEAST_POINTS && height >= LEAST_POINTS) || dpi < LEAST_DPI) {
      throw new FaultException(new FileFault.Size(name), width + " x " + height + " points");
    }
    return dpi;
  }

  private FaultException stopped(PdfStop stop) {
    return switch (stop.reason()) {
      case CANCELLED -> throw new CancellationException();
      case TOO_LONG, TOO_LARGE -> new FaultException(new FileFault.Size(name), stop);
      case KIND -> new FaultException(new FileFault.Kind(name), stop);
      case DAMAGED, ENOUGH -> FilePages.unreadable(name, stop);
    };
  }

  /** The share that went away, or the document that is broken. */
  private static FaultException damaged(PdfBytes bytes, String name, Throwable why)
      throws IOException {
    Optional<IOException> failure = bytes.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return FilePages.unreadable(name, why);
  }

  @Override
  public void close() throws IOException {
    try {
      document.close();
    } finally {
      bytes.close();
    }
  }
}
