package vn.motcua.kiosk.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.paper.ocr.Engines;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageLimits;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * The threads of a {@link Digitiser}: some look at pages, which is quick, and some read them, so
 * that a page that just came out of the feeder need not wait for one that is being read. How much
 * is in memory at a time is bounded whatever the length of a pile.
 */
final class PagesAtWork implements AutoCloseable {
  /** Megapixels that are looked at at the same time; a decoded one takes up to 4 MB and copies. */
  private static final int MEGAPIXELS = 48;

  /** Heap for a pixel that is decoded in Java: its own form and the JPEG encoder's. */
  private static final double HEAP_BYTES = 7;

  /** Pages whose grey, 4 MB for A4, waits for a reader; that of others is made again. */
  private static final int WAITING = 8;

  private final ExecutorService lookers;
  private final ExecutorService readers;
  private final Engines engines = new Engines();
  private final Semaphore room = new Semaphore(MEGAPIXELS, true);
  private final Semaphore greys = new Semaphore(WAITING);
  private final ReadAhead begunAhead = new ReadAhead();
  private final HeapGuard heap = new HeapGuard();

  PagesAtWork(int workers) {
    ThreadFactory look = Thread.ofPlatform().name("look-", 1).daemon().factory();
    ThreadFactory read = Thread.ofPlatform().name("read-", 1).daemon().factory();
    lookers = Executors.newFixedThreadPool(workers, look);
    readers = Executors.newFixedThreadPool(workers, work -> read.newThread(Background.of(work)));
  }

  /**
   * Starts the work on a page.
   *
   * @param wait whether to wait first until its grey can be kept
   * @param ended called once, when nothing is left to do for the page or it failed
   */
  Task start(
      PageFile file,
      DigitiseRequest request,
      Cancellation cancellation,
      boolean wait,
      Runnable ended) {
    Optional<Task> begun = begunAhead.take(file, request);
    if (begun.isPresent()) {
      begun.get().end().whenComplete((_, _) -> ended.run());
      return begun.get();
    }
    Task task = new Task(file, request, cancellation);
    task.end().whenComplete((_, _) -> ended.run());
    begin(task, request, wait);
    return task;
  }

  /** Begins with the pages of a file that will be asked for. */
  List<SeenAhead> ahead(Path page, DigitiseRequest request) {
    List<SeenAhead> seen = new ArrayList<>();
    if (!request.ocr()) {
      return seen; // the pictures alone are there soon enough
    }
    try {
      for (PageFile file : new PageSource(request.dpi()).open(page, 1)) {
        Task task = new Task(file, request, new Cancellation());
        begunAhead.keep(file, request, task);
        begin(task, request, false);
        seen.add(
            new SeenAhead(
                task.read.thenApply(ReadPage::text),
                number -> look(file, () -> PageLook.codes(file, number))));
      }
    } catch (FaultException told) {
      // Told again when the page is asked for.
    }
    return seen;
  }

  private void begin(Task task, DigitiseRequest request, boolean wait) {
    if (request.ocr()) {
      if (wait) {
        greys.acquireUninterruptibly();
        task.holdsGrey.set(true);
      } else {
        task.holdsGrey.set(greys.tryAcquire());
      }
    }
    run(lookers, task, task::look);
  }

  /** Looks at a page another way, within the same bounds. */
  <T> Future<T> look(PageFile file, Callable<T> look) {
    return lookers.submit(() -> {
      int share = share(file);
      room.acquire(share);
      try {
        return look.call();
      } finally {
        room.release(share);
      }
    });
  }

  private static void run(ExecutorService threads, Task task, Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closed) {
      task.fail(new FaultException(new PaperFault.Cancelled(), closed));
    }
  }

  /** How much of the room a page takes. Pictures that Java decodes are held against the heap. */
  private static int share(PageFile file) throws FaultException {
    double megapixels = file.pixels() / 1e6;
    if (file.kind() != PageFile.Kind.JPEG) {
      double heapMegapixels = Runtime.getRuntime().maxMemory() * 0.5 / HEAP_BYTES / 1e6;
      if (megapixels > heapMegapixels || file.pixels() > PageLimits.PIXELS) {
        throw new FaultException(new BadPage(Defect.TOO_LARGE, file.number()));
      }
      megapixels *= Math.max(1, MEGAPIXELS / heapMegapixels);
    }
    return (int) Math.clamp(Math.ceil(megapixels), 1, MEGAPIXELS);
  }

  static <T> T result(Future<T> future) throws FaultException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw fault(e.getCause());
    }
  }

  static FaultException fault(@Nullable Throwable cause) {
    switch (cause) {
      case FaultException fault -> {
        return fault;
      }
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    lookers.close();
    readers.close();
    engines.close();
  }

  /** One page on its way. */
  final class Task {
    private final PageFile file;
    private final DigitiseRequest request;
    private final Cancellation cancellation;
    private final CompletableFuture<LookedPage> looked = new CompletableFuture<>();
    private final CompletableFuture<ReadPage> read = new CompletableFuture<>();
    private final AtomicBoolean holdsGrey = new AtomicBoolean();
    private volatile boolean givenUp;

    private Task(PageFile file, DigitiseRequest request, Cancellation cancellation) {
      this.file = file;
      this.request = request;
      this.cancellation = cancellation;
    }

    /** Waits for the picture. */
    LookedPage looked() throws FaultException, InterruptedException {
      return result(looked);
    }

    /** Waits for the text. */
    ReadPage read() throws FaultException, InterruptedException {
      return result(read);
    }

    private CompletableFuture<?> end() {
      return request.ocr() ? read : looked;
    }

    boolean hasFailed() {
      return looked.isCompletedExceptionally() || read.isCompletedExceptionally();
    }

    /** Nobody waits for it any more. What runs ends by itself. */
    void giveUp() {
      givenUp = true;
    }

    private void check() throws FaultException {
      if (givenUp || cancellation.isCancelled()) {
        throw new FaultException(new PaperFault.Cancelled());
      }
    }

    private void look() {
      try {
        check();
        int share = share(file);
        room.acquire(share);
        LookedPage page;
        try {
          page = PageLook.look(file, request.profile(), holdsGrey.get());
        } finally {
          room.release(share);
        }
        heap.tidy();
        looked.complete(page);
        if (request.ocr()) {
          run(readers, this, () -> read(page));
        }
      } catch (FaultException | InterruptedException | RuntimeException | Error e) {
        fail(e);
      }
    }

    private void read(LookedPage page) {
      try (LookedPage _ = page) {
        check();
        Ocr engine = engines.borrow(request.language());
        try {
          read.complete(read(page, engine));
        } finally {
          engines.giveBack(engine);
          letGreyGo();
        }
      } catch (FaultException | RuntimeException | Error e) {
        fail(e);
      }
    }

    private ReadPage read(LookedPage page, Ocr engine) throws FaultException {
      Optional<GreyPix> kept = page.forReading();
      if (kept.isPresent()) {
        return PageReading.read(page, kept.get(), engine, cancellation);
      }
      try (GreyPix again = PageLook.forReading(file)) {
        return PageReading.read(page, again, engine, cancellation);
      }
    }

    private void fail(Throwable e) {
      letGreyGo();
      looked.completeExceptionally(e);
      read.completeExceptionally(e);
    }

    private void letGreyGo() {
      if (holdsGrey.compareAndSet(true, false)) {
        greys.release();
      }
    }
  }
}
