package vn.motcua.scanner.chip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;

/**
 * The one platform thread of one reader: it watches for cards and does the reading, so that a
 * system call that never returns blocks nothing else. Callers wait for it with a bound.
 */
public final class ReaderWorker implements AutoCloseable {
  /**
   * How long things may take.
   *
   * @param poll between two looks at the slot
   * @param mute for one exchange with the card before it counts as mute
   * @param session for one whole reading
   */
  public record Limits(Duration poll, Duration mute, Duration session) {
    /**
     * The slowest answer that ISO/IEC 14443-4 §7.2 allows is 5 s; PACE on a slow chip takes 2 s in
     * all. A look costs 0.1 ms; pcscd itself looks at readers without events every 400 ms, and both
     * together must stay below half a second.
     */
    public static final Limits DEFAULT =
        new Limits(Duration.ofMillis(40), Duration.ofSeconds(7), Duration.ofSeconds(45));
  }

  /** Between two looks at the clock by a caller who waits. */
  private static final long SLICE_MILLIS = 50;

  private static final ChipOutcome CANCELLED = new ChipOutcome.Cancelled();

  private final TimedSlot slot;
  private final Limits limits;
  private final KeyTries tries;
  private final SlotWatch watch;
  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final Set<Runnable> unblockers = ConcurrentHashMap.newKeySet();
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean reading;

  /** Made, but not yet watching; see {@link #start}. */
  public ReaderWorker(CardSlot slot, CardEvents events, Limits limits) {
    this(slot, events, limits, Clock.systemUTC());
  }

  /**
   * Made, but not yet watching; see {@link #start}.
   *
   * @param clock tells since when a card lies there and how long refused keys count
   */
  public ReaderWorker(CardSlot slot, CardEvents events, Limits limits, Clock clock) {
    this.slot = new TimedSlot(slot);
    this.limits = limits;
    this.tries = new KeyTries(clock);
    this.watch = new SlotWatch(this.slot, events, clock, tries::lifted);
    this.thread =
        Thread.ofPlatform().name("card-reader " + slot.name()).daemon().unstarted(this::run);
  }

  /** Begins to watch. */
  public void start() {
    thread.start();
  }

  /** Whether a card lies there, as of the last look. */
  public boolean cardPresent() {
    return watch.lyingSince().isPresent();
  }

  /** Since when the card that lies there was seen, if one does. */
  public Optional<Instant> lyingSince() {
    return watch.lyingSince();
  }

  /** Whether a reading is going on. */
  public boolean busy() {
    return reading;
  }

  /** Whether the thread waits for a system call that took longer than any card may. */
  public boolean stuck() {
    return slot.longerThan(limits.mute.toNanos()) != TimedSlot.Call.NONE;
  }

  /**
   * Looks at the slot soon, without waiting for the next turn.
   *
   * @return completes when it has looked, or when this was closed; at once for a card that asks
   *     while it works on the reader's own thread, where nobody may wait
   */
  public CompletableFuture<Void> look() {
    CompletableFuture<Void> looked = new CompletableFuture<>();
    Runnable unblock = () -> looked.complete(null);
    unblockers.add(unblock);
    jobs.add(() -> {
      watch.look();
      unblockers.remove(unblock);
      looked.complete(null);
    });
    if (closed || Thread.currentThread().equals(thread)) {
      looked.complete(null);
    }
    return looked;
  }

  /**
   * Reads the card; see {@link CardReaders#read}. Keys that this card refused before are not sent
   * again ({@link ChipFault.WrongKey} at once), nor more than three ({@link
   * ChipFault.TooManyTries}), until it is lifted.
   */
  public ChipOutcome read(
      ChipReader reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("a listener must not read on the reader's own thread");
    }
    Cancellation stop = new Cancellation();
    CompletableFuture<ChipOutcome> done = new CompletableFuture<>();
    cancellation.onCancel(() -> {
      stop.cancel();
      // Whoever cancels gets his answer at once, even while a card keeps silent.
      done.complete(CANCELLED);
    });
    try {
      long deadline = System.nanoTime() + limits.session.toNanos();
      while (!turn.tryLock(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (done.isDone()) {
          return CANCELLED;
        }
        if (stuck() || System.nanoTime() - deadline > 0) {
          return tooSlow();
        }
      }
      try {
        return readInTurn(done, stop, () -> attempt(reader, keys, purpose, progress, stop));
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      stop.cancel();
      Thread.currentThread().interrupt();
      return CANCELLED;
    }
  }

  private ChipOutcome readInTurn(
      CompletableFuture<ChipOutcome> done, Cancellation stop, Attempt attempt)
      throws InterruptedException {
    Runnable unblock = () -> done.complete(new ChipOutcome.Stopped(new ChipFault.NoReader()));
    unblockers.add(unblock);
    jobs.add(() -> job(done, attempt));
    if (closed) {
      unblock.run();
    }
    long deadline = System.nanoTime() + limits.session.toNanos();
    try {
      while (true) {
        try {
          return done.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (stuck() || System.nanoTime() - deadline > 0) {
            stop.cancel();
            ChipOutcome slow = tooSlow();
            done.complete(slow);
            return slow;
          }
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException("reading a card failed", bug.getCause());
    } finally {
      unblockers.remove(unblock);
    }
  }

  /** Connecting takes long only while another program holds the card for itself. */
  private ChipOutcome tooSlow() {
    boolean connecting = slot.longerThan(limits.mute.toNanos()) == TimedSlot.Call.CONNECT;
    return new ChipOutcome.Stopped(connecting ? new ChipFault.Busy() : new ChipFault.Mute());
  }

  /** One reading on the reader's thread. */
  private interface Attempt {
    ChipOutcome run();
  }

  private ChipOutcome attempt(
      ChipReader reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation stop) {
    // Whether it is still the card of the last try decides which keys may be sent.
    CardPresence seen = watch.look();
    Optional<ChipFault> objection = seen.card() ? tries.objection(keys) : Optional.empty();
    if (objection.isPresent()) {
      return new ChipOutcome.Stopped(objection.get());
    }
    KeyRing ring = tries.ring(keys);
    boolean opened = false;
    try {
      ChipOutcome outcome = reader.read(new OneCardSlot(slot, seen), ring, purpose, progress, stop);
      opened = outcome instanceof ChipOutcome.Read;
      return outcome;
    } finally {
      tries.ended(keys, ring, opened);
    }
  }

  private void job(CompletableFuture<ChipOutcome> done, Attempt attempt) {
    if (done.isDone()) {
      return;
    }
    reading = true;
    try {
      ChipOutcome outcome = attempt.run();
      if (outcome instanceof ChipOutcome.Stopped(ChipFault.Removed _)) {
        // It may lie there again before we look: whoever waits for a card must hear of both.
        watch.left();
      }
      done.complete(outcome);
    } catch (Throwable bug) {
      // Also a stack overflow by a chip's data: the thread is the reader's only one and must live.
      done.completeExceptionally(bug);
    } finally {
      reading = false;
    }
  }

  private void run() {
    while (!closed) {
      watch.look();
      try {
        Runnable job = jobs.poll(limits.poll.toMillis(), TimeUnit.MILLISECONDS);
        if (job != null) {
          job.run();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Ends the thread as soon as no system call holds it; readings that wait end with NoReader. */
  @Override
  public void close() {
    closed = true;
    watch.end();
    thread.interrupt();
    unblockers.forEach(Runnable::run);
  }
}
