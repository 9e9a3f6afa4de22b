package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import vn.motcua.kiosk.paper.ocr.Engines;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageLimits;
import vn.motcua.kiosk.paper.page.PageSource;
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

  /** Megapixels that are worked on at the same time; a decoded one takes up to 4 MB. */
  private static final int MEGAPIXELS = (int) (PageLimits.PIXELS / 1_000_000);

  /** Heap for a pixel that is decoded in Java: its own form and the JPEG encoder's. */
  private static final double HEAP_BYTES = 7;

  private final Clock clock;
  private final int workers;
  private final ExecutorService threads;
  private final Engines engines = new Engines();
  private final Semaphore room = new Semaphore(MEGAPIXELS, true);

  /**
   * @param clock tells the document's date
   * @param workers pages worked on at the same time, 1 to 16
   */
  public Digitiser(Clock clock, int workers) {
    this.clock = clock;
    this.workers = Math.clamp(workers, 1, 16);
    this.threads =
        Executors.newFixedThreadPool(
            this.workers, Thread.ofPlatform().name("digitise-", 1).daemon().factory());
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
   * @throws FaultException with a {@link PaperFault} or a {@link PdfFault}; nothing is written then
   */
  public Digitised digitise(
      List<Path> pages,
      DigitiseRequest request,
      Path out,
      Progress progress,
      Cancellation cancellation)
      throws FaultException {
    long started = System.nanoTime();
    List<BadPage> skipped = new ArrayList<>();
    List<PageFile> files = open(pages, request, skipped);
    Path folder = folderOf(out);
    DocumentInfo info =
        new DocumentInfo(request.title(), request.code(), request.language(), clock.instant());
    List<String> texts = new ArrayList<>();
    List<Integer> unread = new ArrayList<>();
    Deque<Future<ReadPage>> ahead = new ArrayDeque<>();
    try (ArchivePdf pdf = new ArchivePdf(info, folder)) {
      int next = 0;
      for (int i = 0; i < files.size(); i++) {
        while (next < files.size() && ahead.size() < 2 * workers) {
          PageFile file = files.get(next++);
          ahead.add(threads.submit(() -> work(file, request, cancellation)));
        }
        try {
          ReadPage page = await(ahead.remove());
          pdf.add(page);
          texts.add(page.text().text());
          if (!page.text().complete()) {
            unread.add(pdf.pages());
          }
        } catch (FaultException e) {
          skip(e, request, skipped);
        }
        progress.pages(i + 1, files.size());
      }
      if (pdf.pages() == 0) {
        throw new FaultException(new PaperFault.NoPages());
      }
      pdf.save(out);
      long milliseconds = (System.nanoTime() - started) / 1_000_000;
      return new Digitised(out, pdf.pages(), milliseconds, skipped, texts, unread);
    } catch (IOException e) {
      throw new FaultException(WholeFile.faultOf(e, folder), e);
    } finally {
      ahead.forEach(waiting -> waiting.cancel(false));
    }
  }

  private List<PageFile> open(List<Path> pages, DigitiseRequest request, List<BadPage> skipped)
      throws FaultException {
    PageSource source = new PageSource(request.dpi());
    List<PageFile> files = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      try {
        files.addAll(source.open(pages.get(i), i + 1));
      } catch (FaultException e) {
        skip(e, request, skipped);
      }
    }
    if (files.isEmpty()) {
      throw new FaultException(new PaperFault.NoPages());
    }
    return files;
  }

  private static void skip(FaultException e, DigitiseRequest request, List<BadPage> skipped)
      throws FaultException {
    if (request.skipDamaged() && e.fault() instanceof BadPage bad) {
      skipped.add(bad);
    } else {
      throw e;
    }
  }

  private ReadPage work(PageFile file, DigitiseRequest request, Cancellation cancellation)
      throws FaultException, InterruptedException {
    int share = share(file);
    room.acquire(share);
    try {
      if (!request.ocr()) {
        return PageWork.read(file, Optional.empty(), cancellation);
      }
      Ocr engine = engines.borrow(request.language());
      try {
        return PageWork.read(file, Optional.of(engine), cancellation);
      } finally {
        engines.giveBack(engine);
      }
    } finally {
      room.release(share);
    }
  }

  /** How much of the room a page takes. Pictures that Java decodes are held against the heap. */
  private static int share(PageFile file) throws FaultException {
    double megapixels = file.pixels() / 1e6;
    if (file.kind() != PageFile.Kind.JPEG) {
      double heapMegapixels = Runtime.getRuntime().maxMemory() * 0.5 / HEAP_BYTES / 1e6;
      megapixels *= Math.max(1, MEGAPIXELS / heapMegapixels);
      if (megapixels > MEGAPIXELS) {
        throw new FaultException(new BadPage(Defect.TOO_LARGE, file.number()));
      }
    }
    return (int) Math.clamp(Math.ceil(megapixels), 1, MEGAPIXELS);
  }

  private static ReadPage await(Future<ReadPage> page) throws FaultException {
    try {
      return page.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new PaperFault.Cancelled(), e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case FaultException fault -> throw fault;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
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
    threads.close();
    engines.close();
  }
}
