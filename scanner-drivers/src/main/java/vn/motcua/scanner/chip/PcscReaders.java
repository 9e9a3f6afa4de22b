package vn.motcua.scanner.chip;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;

/**
 * The card readers that the system's smart card service knows: pcscd on Linux, WinSCard on Windows.
 * Readers may be plugged and unplugged, and the service may be absent, stop and start again, while
 * this is open.
 */
public final class PcscReaders implements CardReaders {
  private static final Logger LOG = LoggerFactory.getLogger(PcscReaders.class);
  private static final Duration SCAN = Duration.ofMillis(500);

  /** How long the constructor waits for the first look at each reader. */
  private static final long FIRST_LOOK_SECONDS = 2;

  /** What vpcd calls its readers: there is no radio field behind them. */
  private static final String VIRTUAL = "Virtual PCD";

  private final ChipReader chips;
  private final ReaderWorker.Limits limits;
  private final Clock clock;
  private final PcscService service = new PcscService();
  private final CardEvents events = new CardEvents();
  private final Map<String, ReaderWorker> workers = new ConcurrentSkipListMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition scanNow = lock.newCondition();
  private final Thread watcher;
  private volatile boolean serviceUp;
  private volatile boolean closed;

  /** With the usual limits. */
  public PcscReaders(ChipReader chips) {
    this(chips, ReaderWorker.Limits.DEFAULT);
  }

  /**
   * Looks for readers once and then watches them until {@link #close()}.
   *
   * @param chips reads the cards
   * @param limits how long things may take
   */
  public PcscReaders(ChipReader chips, ReaderWorker.Limits limits) {
    this(chips, limits, Clock.systemUTC());
  }

  /**
   * The same.
   *
   * @param clock see {@link ReaderWorker}
   */
  public PcscReaders(ChipReader chips, ReaderWorker.Limits limits, Clock clock) {
    this.chips = chips;
    this.limits = limits;
    this.clock = clock;
    scan();
    CompletableFuture<Void> looked =
        CompletableFuture.allOf(
            workers.values().stream().map(ReaderWorker::look).toArray(CompletableFuture[]::new));
    looked.completeOnTimeout(null, FIRST_LOOK_SECONDS, TimeUnit.SECONDS).join();
    watcher = Thread.ofPlatform().name("card-readers").daemon().unstarted(this::watch);
    watcher.start();
  }

  @Override
  public List<CardReader> readers() {
    return workers.entrySet().stream()
        .map(e ->
            new CardReader(
                e.getKey(),
                state(e.getValue()),
                e.getValue().lyingSince(),
                e.getKey().startsWith(VIRTUAL)))
        .toList();
  }

  private static DeviceState state(ReaderWorker worker) {
    return worker.stuck()
        ? DeviceState.OFFLINE
        : worker.busy() ? DeviceState.BUSY : DeviceState.READY;
  }

  @Override
  public Runnable listen(Consumer<CardEvent> listener) {
    return events.listen(listener);
  }

  @Override
  public ChipOutcome read(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    ReaderWorker worker = workers.get(reader);
    if (worker == null) {
      return new ChipOutcome.Stopped(
          serviceUp ? new ChipFault.NoReader() : new ChipFault.NoService());
    }
    ChipOutcome outcome = worker.read(chips, keys, purpose, progress, cancellation);
    if (outcome instanceof ChipOutcome.Stopped(ChipFault.NoService _)
        || outcome instanceof ChipOutcome.Stopped(ChipFault.NoReader _)) {
      wake();
    }
    return outcome;
  }

  private void wake() {
    lock.lock();
    try {
      scanNow.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    while (!closed) {
      lock.lock();
      try {
        if (scanNow.awaitNanos(SCAN.toNanos()) > 0) {
          LOG.debug("looking for readers at once");
        }
      } catch (InterruptedException e) {
        return;
      } finally {
        lock.unlock();
      }
      try {
        scan();
      } catch (RuntimeException bug) {
        // The watch must go on: without it no reader would ever come back.
        LOG.error("looking for card readers failed", bug);
      }
    }
  }

  private void scan() {
    Set<String> now;
    try {
      now = service.readers();
      if (!serviceUp) {
        LOG.info("the smart card service answers");
      }
      serviceUp = true;
    } catch (LinkException down) {
      if (serviceUp) {
        LOG.warn("the smart card service is gone");
      }
      serviceUp = false;
      now = Set.of();
    }
    Set<String> gone = new HashSet<>(workers.keySet());
    gone.removeAll(now);
    gone.forEach(this::left);
    Map<String, ReaderWorker> arrived = new TreeMap<>();
    for (String name : now) {
      if (!workers.containsKey(name)) {
        arrived.put(name, new ReaderWorker(new PcscSlot(service, name), events, limits, clock));
      }
    }
    arrived.forEach((name, worker) -> {
      LOG.info("card reader: {}", name);
      workers.put(name, worker);
      events.publish(new CardEvent.ReaderArrived(name));
      worker.start();
    });
  }

  private void left(String name) {
    ReaderWorker worker = workers.remove(name);
    if (worker == null) {
      return;
    }
    LOG.info("card reader left: {}", name);
    boolean card = worker.cardPresent();
    worker.close();
    if (card) {
      events.publish(new CardEvent.CardLeft(name));
    }
    events.publish(new CardEvent.ReaderLeft(name));
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
    workers.values().forEach(ReaderWorker::close);
    workers.clear();
  }
}
