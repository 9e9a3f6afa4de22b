package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * A pile of pages that becomes one document while it still grows: each page is looked at and read
 * as soon as it comes. After the last one the file is written with all pictures at once, and
 * replaced in one step by the searchable one when the last text is read. One thread adds.
 */
public final class Pile implements AutoCloseable {
  /** What the binder takes from the queue. */
  private sealed interface Entry {
    record Page(PagesAtWork.Task task, int number) implements Entry {}

    record Bad(FaultException fault, int number) implements Entry {}

    record End() implements Entry {}
  }

  private final DigitiseRequest request;
  private final DocumentInfo info;
  private final Path out;
  private final Path folder;
  private final Progress progress;
  private final Cancellation cancellation;
  private final PagesAtWork work;
  private final PageFiles source;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final CompletableFuture<Digitised> bound = new CompletableFuture<>();
  private final AtomicInteger known = new AtomicInteger();
  private final AtomicInteger unread = new AtomicInteger();
  private final long started = System.nanoTime();
  private boolean ended;

  Pile(
      DigitiseRequest request,
      DocumentInfo info,
      Path out,
      Path folder,
      Progress progress,
      Cancellation cancellation,
      PagesAtWork work) {
    this.request = request;
    this.info = info;
    this.out = out;
    this.folder = folder;
    this.progress = progress;
    this.cancellation = cancellation;
    this.work = work;
    this.source = new PageFiles(folder);
    Thread.ofPlatform().daemon().name("bind-" + out.getFileName()).start(this::bind);
  }

  /**
   * Adds the pages of a file. Never waits for text to be read, so that a feeder goes on; a bad page
   * is told by {@link #finish}.
   */
  public void add(Path page) {
    add(page, false);
  }

  /** The same; waits while many pages are ahead of the readers. */
  void addWhenThereIsRoom(Path page) {
    add(page, true);
  }

  /** A picture that was found before; waits likewise. */
  void addWhenThereIsRoom(PageFile file) {
    start(file, true);
  }

  private void add(Path page, boolean wait) {
    if (ended) {
      throw new IllegalStateException("the pile is finished");
    }
    if (bound.isDone()) {
      return; // it failed; finish() tells why
    }
    source.open(
        page,
        request.dpi(),
        new PageFiles.Taker() {
          @Override
          public void page(PageFile file) {
            start(file, wait);
          }

          @Override
          public void bad(FaultException why, int number) {
            known.incrementAndGet();
            queue.add(new Entry.Bad(why, number));
          }
        },
        cancellation);
  }

  private void start(PageFile file, boolean wait) {
    known.incrementAndGet();
    unread.incrementAndGet();
    queue.add(
        new Entry.Page(
            work.start(file, request, cancellation, wait, unread::decrementAndGet), file.number()));
  }

  /** Pages whose text is not read yet. */
  public int unread() {
    return unread.get();
  }

  /**
   * After the last page: waits until the searchable file is there.
   *
   * @throws FaultException with a {@link BadPage}, a {@link PaperFault} or what a disk can do. If
   *     it came after {@link Progress#picturesWritten}, the file with all pictures stays.
   */
  public Digitised finish() throws FaultException {
    end();
    try {
      return bound.get();
    } catch (InterruptedException e) {
      cancellation.cancel();
      Thread.currentThread().interrupt();
      throw new FaultException(new PaperFault.Cancelled(), e);
    } catch (ExecutionException e) {
      throw PagesAtWork.fault(e.getCause());
    } finally {
      source.close();
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      queue.add(new Entry.End());
    }
  }

  /** Gives up what is not finished. */
  @Override
  public void close() {
    if (!ended) {
      cancellation.cancel();
      end();
      source.close();
    }
  }

  private void bind() {
    try {
      bound.complete(bound());
    } catch (FaultException | RuntimeException | Error e) {
      bound.completeExceptionally(e);
    } catch (IOException e) {
      bound.completeExceptionally(new FaultException(WholeFile.faultOf(e, folder), e));
    } catch (InterruptedException e) {
      bound.completeExceptionally(new FaultException(new PaperFault.Cancelled(), e));
    } finally {
      abandon();
    }
  }

  /** After a fault the pages that still come are given up. */
  private void abandon() {
    Entry next;
    while ((next = queue.poll()) != null) {
      if (next instanceof Entry.Page page) {
        page.task().giveUp();
      }
    }
  }

  private Digitised bound() throws FaultException, IOException, InterruptedException {
    List<BadPage> skipped = new ArrayList<>();
    List<PagesAtWork.Task> pages = new ArrayList<>();
    List<PageNote> notes = new ArrayList<>();
    try (ArchivePdf pdf = new ArchivePdf(info, folder)) {
      Entry next;
      while (!((next = queue.take()) instanceof Entry.End)) {
        try {
          if (next instanceof Entry.Bad bad) {
            throw bad.fault();
          }
          Entry.Page entry = (Entry.Page) next;
          LookedPage looked = entry.task().looked();
          pdf.add(looked);
          pages.add(entry.task());
          notes.add(PageNote.of(looked, entry.number()));
          if (!request.ocr()) {
            progress.pages(pdf.pages(), known.get());
          }
        } catch (FaultException e) {
          skip(e, next, skipped);
        }
      }
      if (pdf.pages() == 0) {
        throw new FaultException(new PaperFault.NoPages());
      }
      pdf.save(out);
      progress.picturesWritten();
      List<String> texts = new ArrayList<>();
      List<Integer> unread = new ArrayList<>();
      if (request.ocr()) {
        for (PagesAtWork.Task task : pages) {
          ReadPage read = task.read();
          pdf.write(texts.size(), read);
          texts.add(read.text().text());
          if (!read.text().complete()) {
            unread.add(texts.size());
          }
          progress.pages(texts.size() + skipped.size(), known.get());
        }
        pdf.save(out);
      }
      long milliseconds = (System.nanoTime() - started) / 1_000_000;
      return new Digitised(
          out, pdf.pages(), milliseconds, skipped, texts, unread, notes, source.origins());
    } finally {
      pages.forEach(PagesAtWork.Task::giveUp);
    }
  }

  /** The number is this pile's: work that began ahead knows the page under another one. */
  private void skip(FaultException e, Entry entry, List<BadPage> skipped) throws FaultException {
    Optional<BadPage> bad = PageFiles.bad(e, number(entry));
    if (bad.isEmpty()) {
      throw e;
    }
    if (!request.skipDamaged()) {
      throw e.fault() instanceof BadPage ? new FaultException(bad.get(), e) : e;
    }
    skipped.add(bad.get());
  }

  private static int number(Entry entry) {
    return switch (entry) {
      case Entry.Page page -> page.number();
      case Entry.Bad bad -> bad.number();
      case Entry.End _ -> 0;
    };
  }
}
