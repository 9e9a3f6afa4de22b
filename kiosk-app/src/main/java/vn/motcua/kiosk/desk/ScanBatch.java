package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final Object change = new Object();
  private final PileOrder order;
  private final Map<Integer, KeptPage> pictures;
  private final Map<Integer, PageTrouble.Kind> troubles;
  private volatile List<PilePage> listing = List.of();
  private volatile Optional<JournalEntry.Sent> sent;
  private int next;

  private ScanBatch(
      Path folder, BatchLock lock, BatchJournal journal, BatchSurvey found, Clock clock) {
    this.folder = folder;
    this.lock = lock;
    this.journal = journal;
    this.clock = clock;
    this.order = found.order();
    this.pictures = found.pictures();
    this.troubles = found.troubles();
    this.sent = found.sent();
    this.next = found.next();
    publish();
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
            spoilt.resolveSibling(spoilt.getFileName() + PileFiles.SET_ASIDE),
            StandardCopyOption.ATOMIC_MOVE);
      }
      BatchJournal journal =
          found.whole() ? BatchJournal.goOn(folder) : BatchJournal.write(folder, found.entries());
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

  /** The pages that are kept, in order: their picture files. */
  public List<Path> pages() {
    return kept().stream().map(KeptPage::file).toList();
  }

  /** The pages that are kept, in order, with all that is known of them. */
  public List<KeptPage> kept() {
    return listing.stream()
        .filter(PilePage::isKept)
        .flatMap(page -> page.picture().stream())
        .toList();
  }

  /**
   * All pages in order, those that were taken out or lost included. Never waits for the disk, and
   * what it gives never changes.
   */
  public List<PilePage> listing() {
    return listing;
  }

  /** Pages that were damaged or missing when the pile was opened, and are still wanted. */
  public List<PageTrouble> troubles() {
    return BatchSurvey.troubles(listing);
  }

  /** How it was scanned last. */
  public Optional<ScanJob> job() {
    return sent.map(JournalEntry.Sent::job);
  }

  Path folder() {
    return folder;
  }

  /** What happened to it so far, line by line. */
  Path journal() {
    return folder.resolve(BatchJournal.FILE);
  }

  /** Writes down that a scanner is sent to work, unless it just did the same. */
  void sent(ScanOrder job) throws FaultException {
    synchronized (change) {
      needHeld();
      needPlace(job.place());
      JournalEntry.Sent now =
          new JournalEntry.Sent(clock.instant(), job.job(), job.paper(), job.place(), job.who());
      boolean same =
          sent.filter(before ->
                  before.job().equals(now.job())
                      && before.paper().equals(now.paper())
                      && before.place().equals(now.place())
                      && before.who().equals(now.who()))
              .isPresent();
      if (!same) {
        journal.append(now);
        sent = Optional.of(now);
      }
    }
  }

  /**
   * As {@link #add(ScannedPage, String, PagePlace, String)}, at the end, by nobody in particular.
   */
  Path add(ScannedPage page, String belongsTo) throws FaultException {
    return add(page, belongsTo, PagePlace.end(), "");
  }

  /**
   * Keeps a page; when this returns, it is on the disk and in the journal.
   *
   * @param belongsTo which paper; empty if none in particular
   * @param place where it goes
   * @param who put it there
   */
  Path add(ScannedPage page, String belongsTo, PagePlace place, String who) throws FaultException {
    synchronized (change) {
      needHeld();
      if (order.size() >= MOST_PAGES || next > PileFiles.LAST) {
        throw new FaultException(new BatchFault.TooLong());
      }
      Path file =
          folder.resolve(String.format(Locale.ROOT, "%04d.%s", next, page.format().extension()));
      JournalEntry.Page line =
          new JournalEntry.Page(
              next,
              file.getFileName().toString(),
              PileFiles.sha256(page.image()),
              page.width(),
              page.height(),
              page.dpi(),
              belongsTo,
              place,
              clock.instant(),
              who);
      try {
        Durable.write(file, page.image());
        journal.append(line);
      } catch (FaultException trouble) {
        takeBack(file);
        throw trouble;
      }
      pictures.put(
          next,
          new KeptPage(
              next, file, line.sha256(), line.width(), line.height(), line.dpi(), belongsTo));
      order.put(next, belongsTo, place, line.at(), who);
      next++;
      publish();
      return file;
    }
  }

  /**
   * Does what an officer decided; when this returns, it is in the journal.
   *
   * @param who decided
   * @return what undoes it, in that order
   * @throws FaultException BATCH-PAGE if one of them makes no sense now (somebody was faster), and
   *     what a disk can do; then nothing was changed
   */
  List<PageEdit> edit(List<PageEdit> edits, String who) throws FaultException {
    synchronized (change) {
      needHeld();
      Instant now = clock.instant();
      // Tried on a copy: either all of them or none.
      PileOrder after = order.copy();
      List<PageEdit> undo = new ArrayList<>();
      for (PageEdit edit : edits) {
        if (!after.fits(edit)) {
          throw new FaultException(new BatchFault.PageChanged(), "page " + edit.page());
        }
        undo.addFirst(after.undo(edit));
        after.apply(edit, now, who);
      }
      journal.append(
          edits.stream().<JournalEntry>map(e -> new JournalEntry.Edited(now, who, e)).toList());
      edits.forEach(edit -> order.apply(edit, now, who));
      publish();
      return List.copyOf(undo);
    }
  }

  private void needHeld() throws FaultException {
    if (!lock.isHeld()) {
      throw new FaultException(new BatchFault.InUse(), "given back meanwhile");
    }
  }

  /** A page must not be sent to a place that is not there, nor instead of one that is out. */
  private void needPlace(PagePlace place) throws FaultException {
    boolean there = place.target() == 0 || order.has(place.target());
    boolean out = place instanceof PagePlace.InsteadOf && order.removal(place.target()).isPresent();
    if (!there || out) {
      throw new FaultException(new BatchFault.PageChanged(), "page " + place.target());
    }
  }

  private void publish() {
    listing = BatchSurvey.pages(order, pictures, troubles);
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
    synchronized (change) {
      lock.close();
    }
  }
}
