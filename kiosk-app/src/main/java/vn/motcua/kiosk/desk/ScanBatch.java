package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * A pile of pages that is being scanned, held by one process. Every page in it is durable on disk,
 * and its journal says what it is. Closing gives the pile back; its pages stay.
 */
public final class ScanBatch implements AutoCloseable {
  /** A bigger pile is scanned as two; it keeps a broken feeder from filling the disk. */
  static final int MOST_PAGES = 2000;

  /** How the folder of a pile ends that is being removed. */
  static final String GONE = ".gone";

  /** What must be left of a disk beside room for the next page. */
  private static final long RESERVE = 64 * 1024;

  private final Path folder;
  private final BatchLock lock;
  private final BatchJournal journal;
  private final Clock clock;
  private final List<PageTrouble> troubles;
  private final List<KeptPage> pages = new ArrayList<>();
  private Optional<ScanJob> job;
  private String paper;
  private int next;

  private ScanBatch(
      Path folder, BatchLock lock, BatchJournal journal, BatchSurvey found, Clock clock) {
    this.folder = folder;
    this.lock = lock;
    this.journal = journal;
    this.clock = clock;
    this.troubles = found.troubles();
    this.pages.addAll(found.pages());
    this.job = found.job();
    this.paper = found.paper();
    this.next = found.next();
  }

  /** A new, empty pile in {@code folder}, which is there and empty. */
  static ScanBatch begin(Path folder, Clock clock) throws FaultException {
    BatchLock lock = BatchLock.take(folder);
    try {
      BatchJournal journal =
          BatchJournal.write(folder, List.of(new JournalEntry.Begun(clock.instant())));
      return new ScanBatch(folder, lock, journal, BatchSurvey.of(folder), clock);
    } catch (IOException trouble) {
      lock.close();
      throw Durable.fault(trouble, folder);
    } catch (FaultException trouble) {
      lock.close();
      throw trouble;
    }
  }

  /**
   * Goes on with a pile: sets aside what is damaged and mends the journal.
   *
   * @throws FaultException BATCH-IN-USE if somebody holds it, and what a disk can do
   */
  static ScanBatch resume(Path folder, Clock clock) throws FaultException {
    BatchLock lock = BatchLock.take(folder);
    try {
      sweep(folder);
      BatchSurvey found = BatchSurvey.of(folder);
      for (Path spoilt : found.spoilt()) {
        Files.move(
            spoilt,
            spoilt.resolveSibling(spoilt.getFileName() + BatchSurvey.SET_ASIDE),
            StandardCopyOption.ATOMIC_MOVE);
      }
      BatchJournal journal =
          found.whole()
              ? BatchJournal.goOn(folder)
              : BatchJournal.write(folder, found.entries(clock.instant()));
      return new ScanBatch(folder, lock, journal, found, clock);
    } catch (IOException trouble) {
      lock.close();
      throw Durable.fault(trouble, folder);
    } catch (FaultException trouble) {
      lock.close();
      throw trouble;
    }
  }

  /** Removes what was being written when the machine died: no page, for nobody was told of it. */
  private static void sweep(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().endsWith(".part")) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Names the batch. */
  public String id() {
    return folder.getFileName().toString();
  }

  /** The pages so far, in order: their picture files. */
  public List<Path> pages() {
    return kept().stream().map(KeptPage::file).toList();
  }

  /** The pages so far, in order, with all that is known of them. */
  public List<KeptPage> kept() {
    synchronized (pages) {
      return List.copyOf(pages);
    }
  }

  /** Pages that were damaged or missing when the pile was opened. */
  public List<PageTrouble> troubles() {
    return troubles;
  }

  /** How it was scanned last. */
  public Optional<ScanJob> job() {
    synchronized (pages) {
      return job;
    }
  }

  Path folder() {
    return folder;
  }

  /** Writes down that a scanner is sent to work, unless it just did the same. */
  void sent(ScanOrder order) throws FaultException {
    synchronized (pages) {
      if (!lock.isHeld()) {
        throw new FaultException(new BatchFault.InUse(), "given back meanwhile");
      }
      if (!job.equals(Optional.of(order.job())) || !paper.equals(order.paper())) {
        journal.append(new JournalEntry.Sent(clock.instant(), order.job(), order.paper()));
        job = Optional.of(order.job());
        paper = order.paper();
      }
    }
  }

  /**
   * Keeps a page; when this returns, it is on the disk and in the journal.
   *
   * @param belongsTo which paper; empty if none in particular
   */
  Path add(ScannedPage page, String belongsTo) throws FaultException {
    synchronized (pages) {
      if (!lock.isHeld()) {
        throw new FaultException(new BatchFault.InUse(), "given back meanwhile");
      }
      if (pages.size() >= MOST_PAGES || next > BatchSurvey.LAST) {
        throw new FaultException(new BatchFault.TooLong());
      }
      Path file =
          folder.resolve(String.format(Locale.ROOT, "%04d.%s", next, page.format().extension()));
      KeptPage kept =
          new KeptPage(
              next,
              file,
              BatchSurvey.sha256(page.image()),
              page.width(),
              page.height(),
              page.dpi(),
              belongsTo);
      try {
        Durable.write(file, page.image());
        journal.append(BatchSurvey.entry(kept));
      } catch (FaultException trouble) {
        takeBack(file);
        throw trouble;
      }
      pages.add(kept);
      next++;
      return file;
    }
  }

  /** The sheet will be scanned again: its page must not be there twice. */
  private static void takeBack(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The next page gets the same number and replaces it.
    }
  }

  /** Whether the disk has room for another page of {@code bytes} and something more. */
  boolean hasRoomFor(long bytes) {
    try {
      return Files.getFileStore(folder).getUsableSpace() >= 2 * bytes + RESERVE;
    } catch (IOException unknown) {
      return true;
    }
  }

  /**
   * Removes the pile for good. If the machine dies meanwhile, what is left of it is no pile any
   * more.
   *
   * @throws FaultException STORE-DISK if files stay
   */
  void discard() throws FaultException {
    Path gone = folder.resolveSibling(id() + GONE);
    // A pile is a folder that Windows does not rename while a file in it is open.
    close();
    try {
      Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
      delete(gone);
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** Gives the pile back. Calling it again does nothing. */
  @Override
  public void close() {
    synchronized (pages) {
      lock.close();
    }
  }
}
