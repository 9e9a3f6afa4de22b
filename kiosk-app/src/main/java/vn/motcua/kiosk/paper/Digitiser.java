package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * Turns page images into a deskewed, searchable PDF/A-2b. Pages are worked on side by side, put
 * together in their order, and never held in memory all at once. Several threads may use it.
 */
public final class Digitiser implements AutoCloseable {
  /** Two of the two to four cores of a usual counter computer. */
  public static final int WORKERS = 2;

  private final Clock clock;
  private final PagesAtWork work;

  /**
   * @param clock tells the document's date
   * @param workers pages read at the same time, 1 to 16
   */
  public Digitiser(Clock clock, int workers) {
    this.clock = clock;
    this.work = new PagesAtWork(Math.clamp(workers, 1, 16));
  }

  /** With {@link #WORKERS}. */
  public Digitiser(Clock clock) {
    this(clock, WORKERS);
  }

  /**
   * Makes one document of {@code pages}, in their order. Equal pages, request and time give equal
   * bytes. The page images are only read.
   *
   * @param out where it goes; an older file there is replaced, at the last moment and in one step
   * @throws FaultException with a {@link BadPage}, a {@link PaperFault} or a {@link PdfFault}; no
   *     file is written then, unless {@link Progress#picturesWritten} said that one is there
   */
  public Digitised digitise(
      List<Path> pages,
      DigitiseRequest request,
      Path out,
      Progress progress,
      Cancellation cancellation)
      throws FaultException {
    try (Pile pile = begin(request, out, progress, cancellation)) {
      for (Path page : pages) {
        pile.addWhenThereIsRoom(page);
      }
      return pile.finish();
    }
  }

  /**
   * Begins a document whose pages are still being scanned.
   *
   * @throws FaultException with a {@link PdfFault} if its folder cannot be made
   */
  public Pile begin(DigitiseRequest request, Path out, Progress progress, Cancellation cancellation)
      throws FaultException {
    DocumentInfo info =
        new DocumentInfo(
            request.title(), request.code(), request.paper(), request.language(), clock.instant());
    return new Pile(request, info, out, folderOf(out), progress, cancellation, work);
  }

  /**
   * Begins the work on a page that will stand in a document before long, so that its text is read
   * while the next page is scanned. A page that is never asked for costs its time only; a bad one
   * is told when it is asked for. Returns at once.
   *
   * @param request that of the document, but for its words
   * @return what is seen on the pages of the file meanwhile; empty if it cannot be opened
   */
  public List<SeenAhead> ahead(Path page, DigitiseRequest request) {
    return work.ahead(page, request);
  }

  /** Says where each document of a divided pile goes. */
  @FunctionalInterface
  public interface Naming {
    /**
     * @param number the document's place, from 1
     * @param of how many there are
     */
    Path of(SplitDocument document, int number, int of);
  }

  /**
   * Divides a pile at its code sheets and dossier codes and makes a document of each part.
   *
   * @param request title, code and paper for what no code sheet names
   * @param folder for what is only needed meanwhile
   * @throws FaultException as {@link #digitise}; documents that were finished before stay
   */
  public Divided divide(
      List<Path> pages,
      DigitiseRequest request,
      Path folder,
      Naming naming,
      Progress progress,
      Cancellation cancellation)
      throws FaultException {
    Path scratch = folderOf(folder.resolve("pages"));
    return new Divider(this, work, request, cancellation).divide(pages, scratch, naming, progress);
  }

  private static Path folderOf(Path out) throws FaultException {
    Path whole = out.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new FaultException(new PdfFault.NotWritable());
    }
    try {
      Files.createDirectories(folder);
      return folder;
    } catch (IOException e) {
      throw new FaultException(WholeFile.faultOf(e, folder), e);
    }
  }

  /** Waits for the pages in work and gives the engines' memory back. */
  @Override
  public void close() {
    work.close();
  }
}
