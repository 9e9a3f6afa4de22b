package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final Clock clock;

  /** Knows which piles became dossiers. */
  @FunctionalInterface
  private interface Received {
    boolean is(String batch) throws FaultException;
  }

  /**
   * @param drivers the scan drivers
   * @param folder where the piles lie
   * @param store knows which piles became dossiers
   */
  public ScanDesk(List<ScanDriver> drivers, DataFolder folder, DossierStore store, Clock clock) {
    this(drivers, folder.batches(), store::isReceived, clock);
  }

  /**
   * A desk without a store: no pile on it ever becomes a dossier.
   *
   * @param batches where the piles lie; made if need be
   */
  public ScanDesk(List<ScanDriver> drivers, Path batches, Clock clock) {
    this(drivers, batches, _ -> false, clock);
  }

  private ScanDesk(List<ScanDriver> drivers, Path batches, Received received, Clock clock) {
    this.drivers = new ScanDrivers(drivers);
    this.batches = batches;
    this.received = received;
    this.clock = clock;
  }

  /** The scanners that can be found now. */
  public List<Scanner> scanners() {
    return drivers.discover().scanners();
  }

  /** A new, empty batch. */
  public ScanBatch begin() throws FaultException {
    String name =
        NAME.format(LocalDateTime.now(clock)) + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path place = batches.resolve(name);
    Durable.folder(place);
    return new ScanBatch(place);
  }

  /**
   * Piles that were being scanned when the program ended, oldest first: with pages in them, and not
   * received.
   */
  public List<ScanBatch> unfinished() throws FaultException {
    List<ScanBatch> left = new ArrayList<>();
    try (Stream<Path> folders = Files.list(batches)) {
      for (Path place : folders.filter(Files::isDirectory).sorted().toList()) {
        ScanBatch batch = new ScanBatch(place);
        if (!batch.pages().isEmpty() && !received.is(batch.id())) {
          left.add(batch);
        }
      }
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
    return left;
  }

  /**
   * Scans into {@code batch}, after the pages it already has.
   *
   * @param arrived called with each page's picture file as soon as it is durable
   */
  public ScanOutcome scan(
      ScanBatch batch,
      ScannerId scanner,
      ScanSettings settings,
      Consumer<Path> arrived,
      Cancellation cancellation) {
    Optional<ScanDriver> driver = drivers.find(scanner);
    if (driver.isEmpty()) {
      return new ScanOutcome.Stopped(new ScanFault.Offline(), 0);
    }
    PageReceiver keep =
        page -> {
          Path file = batch.add(page);
          try {
            arrived.accept(file);
          } catch (RuntimeException bug) {
            // The page is safe; who watches must not stop the scanner.
            LOG.error("a listener of the scan desk failed", bug);
          }
        };
    return driver.get().scan(scanner, settings, keep, cancellation);
  }

  /**
   * Keeps one page that came another way than by a scan: a person looked at it first.
   *
   * @return its picture file, durable
   */
  public Path keep(ScanBatch batch, ScannedPage page) throws FaultException {
    return batch.add(page);
  }

  /** Throws the batch away. */
  public void discard(ScanBatch batch) {
    try (Stream<Path> all = Files.walk(batch.folder())) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      LOG.warn("a batch could not be removed", stays);
    }
  }
}
