package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;

/** Where paper becomes pages, each durable before the next is asked for. All methods block. */
public final class ScanDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ScanDesk.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final ScanDrivers drivers;
  private final Path batches;
  private final Received received;
  private final ProfileDesk profiles;
  private final Clock clock;
  private final Consumer<Path> ahead;

  /** Knows which piles became dossiers. */
  @FunctionalInterface
  private interface Received {
    boolean is(String batch) throws FaultException;
  }

  /**
   * @param drivers the scan drivers
   * @param folder where the piles lie, and the profiles
   * @param store knows which piles became dossiers
   */
  public ScanDesk(List<ScanDriver> drivers, DataFolder folder, DossierStore store, Clock clock) {
    this(drivers, folder, store, clock, _ -> {});
  }

  /**
   * The same.
   *
   * @param ahead told of each page that is safe, so that work on it can begin while the next one is
   *     scanned; must not block
   */
  public ScanDesk(
      List<ScanDriver> drivers,
      DataFolder folder,
      DossierStore store,
      Clock clock,
      Consumer<Path> ahead) {
    this(
        drivers,
        folder.batches(),
        store::isReceived,
        new ProfileDesk(
            drivers,
            new ScanProfiles(folder.root().resolve("profiles"), clock),
            folder.temporary()),
        clock,
        ahead);
  }

  /**
   * A desk without a store: no pile on it ever becomes a dossier.
   *
   * @param batches where the piles lie; made if need be
   * @param profiles those of this machine
   */
  public ScanDesk(List<ScanDriver> drivers, Path batches, ProfileDesk profiles, Clock clock) {
    this(drivers, batches, _ -> false, profiles, clock, _ -> {});
  }

  private ScanDesk(
      List<ScanDriver> drivers,
      Path batches,
      Received received,
      ProfileDesk profiles,
      Clock clock,
      Consumer<Path> ahead) {
    this.drivers = new ScanDrivers(drivers);
    this.batches = batches;
    this.received = received;
    this.profiles = profiles;
    this.clock = clock;
    this.ahead = ahead;
  }

  /** Where the ways of scanning stand that can be chosen. */
  public ProfileDesk profiles() {
    return profiles;
  }

  /** The scanners that can be found now. */
  public List<Scanner> scanners() {
    return drivers.discover().scanners();
  }

  /** A new, empty batch, held until it is closed or discarded. */
  public ScanBatch begin() throws FaultException {
    String name =
        NAME.format(LocalDateTime.now(clock)) + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path place = batches.resolve(name);
    Durable.folder(place);
    try {
      return ScanBatch.begin(place, clock);
    } catch (FaultException trouble) {
      sweep(place); // nothing lies in it
      throw trouble;
    }
  }

  /**
   * Piles that were being scanned when the program ended, oldest first: with pages in them, held by
   * nobody and not received. Looks only.
   */
  public List<UnfinishedBatch> unfinished() throws FaultException {
    List<UnfinishedBatch> left = new ArrayList<>();
    for (Path place : folders()) {
      String id = place.getFileName().toString();
      if (id.endsWith(ScanBatch.GONE)) {
        sweep(place);
      } else if (BatchLock.isFree(place) && !received.is(id)) {
        survey(place)
            .filter(found -> found.order().size() > 0)
            .ifPresent(found -> left.add(unfinished(id, found)));
      }
    }
    return left;
  }

  private static UnfinishedBatch unfinished(String id, BatchSurvey found) {
    List<PilePage> pages = found.pages();
    return new UnfinishedBatch(
        id,
        found.begun(),
        found.sent().map(JournalEntry.Sent::job),
        found.papers(),
        (int) pages.stream().filter(PilePage::isKept).count(),
        BatchSurvey.troubles(pages));
  }

  private List<Path> folders() throws FaultException {
    try (Stream<Path> folders = Files.list(batches)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
  }

  /** One pile whose folder cannot be read must not hide the others. */
  private static Optional<BatchSurvey> survey(Path place) {
    try {
      return Optional.of(BatchSurvey.of(place));
    } catch (IOException unreadable) {
      LOG.error("a pile of pages cannot be looked at: {}", place, unreadable);
      return Optional.empty();
    }
  }

  private static void sweep(Path place) {
    try {
      ScanBatch.delete(place);
    } catch (IOException stays) {
      LOG.warn("the folder of a pile could not be removed", stays);
    }
  }

  /**
   * Takes an unfinished pile up again. Pages that are damaged are set aside; {@link
   * ScanBatch#troubles} names them.
   *
   * @throws FaultException BATCH-NONE if there is no such pile or it was received, BATCH-IN-USE if
   *     somebody holds it
   */
  public ScanBatch resume(String id) throws FaultException {
    Optional<Path> place =
        folders().stream()
            .filter(folder -> folder.getFileName().toString().equals(id))
            .filter(folder -> !id.endsWith(ScanBatch.GONE))
            .findFirst();
    if (place.isEmpty() || received.is(id)) {
      throw new FaultException(new BatchFault.None(), id);
    }
    return ScanBatch.resume(place.get(), clock);
  }

  /** As {@link #scan(ScanBatch, ScanOrder, Consumer, Cancellation)}, all pages, for no paper. */
  public ScanOutcome scan(
      ScanBatch batch,
      ScannerId scanner,
      ScanSettings settings,
      Consumer<Path> arrived,
      Cancellation cancellation) {
    ScanOrder all = ScanOrder.of(new ScanJob(Optional.empty(), scanner, settings));
    return scan(batch, all, arrived, cancellation);
  }

  /**
   * Scans into {@code batch}, where the order says. Every page is durable, and in the journal,
   * before the next is asked for. When the disk has no room for another page, the feeder is stopped
   * with STORE-FULL while the rest of the paper still lies in it.
   *
   * @param arrived called with each page's picture file as soon as it is durable
   */
  public ScanOutcome scan(
      ScanBatch batch, ScanOrder order, Consumer<Path> arrived, Cancellation cancellation) {
    ScanJob job = order.job();
    Optional<ScanDriver> driver = drivers.find(job.device());
    if (driver.isEmpty()) {
      return new ScanOutcome.Stopped(new ScanFault.Offline(), 0);
    }
    try {
      batch.sent(order);
    } catch (FaultException trouble) {
      return new ScanOutcome.Stopped(trouble.fault(), 0);
    }
    Keeper keeper = new Keeper(batch, order, ahead.andThen(arrived));
    cancellation.onCancel(keeper.stop::cancel);
    return keeper.ended(
        driver.get().scan(job.device(), job.settings(), keeper, keeper.stop), cancellation);
  }

  /** Keeps what comes, and stops the feeder when it is enough or the disk is nearly full. */
  private static final class Keeper implements PageReceiver {
    private final ScanBatch batch;
    private final ScanOrder order;
    private final Consumer<Path> arrived;
    private final Cancellation stop = new Cancellation();
    private volatile int kept;
    private volatile boolean full;

    Keeper(ScanBatch batch, ScanOrder order, Consumer<Path> arrived) {
      this.batch = batch;
      this.order = order;
      this.arrived = arrived;
    }

    @Override
    public void accept(ScannedPage page) throws FaultException {
      Path file = batch.add(page, order.paper(), order.place(), order.who());
      kept++;
      try {
        arrived.accept(file);
      } catch (RuntimeException bug) {
        // The page is safe; who watches must not stop the scanner.
        LOG.error("a listener of the scan desk failed", bug);
      }
      full = !batch.hasRoomFor(page.image().length);
      if (full || kept >= order.most()) {
        stop.cancel();
      }
    }

    ScanOutcome ended(ScanOutcome outcome, Cancellation asked) {
      if (outcome instanceof ScanOutcome.Cancelled(int pages) && !asked.isCancelled()) {
        return kept >= order.most()
            ? new ScanOutcome.Completed(pages)
            : full ? new ScanOutcome.Stopped(new StoreFault.Full(), pages) : outcome;
      }
      return outcome;
    }
  }

  /**
   * Keeps one page that came another way than by a scan: a person looked at it first.
   *
   * @return its picture file, durable
   */
  public Path keep(ScanBatch batch, ScannedPage page, String paper) throws FaultException {
    return batch.add(page, paper);
  }

  /**
   * As {@link #keep(ScanBatch, ScannedPage, String)}, at a place of its own.
   *
   * @param who accepted it
   */
  public Path keep(ScanBatch batch, ScannedPage page, String paper, PagePlace place, String who)
      throws FaultException {
    return batch.add(page, paper, place, who);
  }

  /**
   * Does what an officer decided about pages; it is in the journal when this returns. Pages may
   * come meanwhile.
   *
   * @param who decided
   * @return what undoes it, in that order
   * @throws FaultException BATCH-PAGE if one of the edits makes no sense (any more), and what a
   *     disk can do; then nothing was changed
   */
  public List<PageEdit> edit(ScanBatch batch, List<PageEdit> edits, String who)
      throws FaultException {
    return batch.edit(edits, who);
  }

  /** Throws the batch away. */
  public void discard(ScanBatch batch) {
    try {
      batch.discard();
    } catch (FaultException stays) {
      LOG.warn("a batch could not be removed", stays);
    }
  }
}
