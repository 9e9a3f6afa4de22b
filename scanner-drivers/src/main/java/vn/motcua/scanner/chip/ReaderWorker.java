package vn.motcua.scanner.chip;

import java.time.Duration;
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
import java.util.function.Supplier;
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
     * all.
     */
    public static final Limits DEFAULT =
        new Limits(Duration.ofMillis(150), Duration.ofSeconds(7), Duration.ofSeconds(45));
  }

  private static final long IDLE = 0;

  private final CardSlot slot;
  private final CardEvents events;
  private final Limits limits;
  private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
  private final Set<CompletableFuture<ChipOutcome>> pending = ConcurrentHashMap.newKeySet();
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean present;
  private volatile boolean reading;
  private volatile long callBegan = IDLE;

  /** Made, but not yet watching; see {@link #start}. */
  public ReaderWorker(CardSlot slot, CardEvents events, Limits limits) {
    this.slot = new TimedSlot(slot);
    this.events = events;
    this.limits = limits;
    this.thread =
        Thread.ofPlatform().name("card-reader " + slot.name()).daemon().unstarted(this::run);
  }

  /** Begins to watch. */
  public void start() {
    thread.start();
  }

  /** Whether a card lies there, as of the last look. */
  public boolean cardPresent() {
    return present;
  }

  /** Whether a reading is going on. */
  public boolean busy() {
    return reading;
  }

  /** Whether the thread waits for a system call that took longer than any card may. */
  public boolean stuck() {
    long began = callBegan;
    return began != IDLE && System.nanoTime() - began > limits.mute.toNanos();
  }

  /**
   * Looks at the slot soon, without waiting for the next turn.
   *
   * @return completes when it has looked
   */
  public CompletableFuture<Void> look() {
    CompletableFuture<Void> looked = new CompletableFuture<>();
    jobs.add(() -> {
      lookNow();
      looked.complete(null);
    });
    return looked;
  }

  /** Reads the card; see {@link CardReaders#read}. */
  public ChipOutcome read(
      ChipReader reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("a listener must not read on the reader's own thread");
    }
    try {
      if (stuck() || !turn.tryLock(limits.session.toMillis(), TimeUnit.MILLISECONDS)) {
        return new ChipOutcome.Stopped(new ChipFault.Mute());
      }
      try {
        return readInTurn(reader, keys, purpose, progress, cancellation);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ChipOutcome.Cancelled();
    }
  }

  private ChipOutcome readInTurn(
      ChipReader reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation)
      throws InterruptedException {
    Cancellation stop = new Cancellation();
    cancellation.onCancel(stop::cancel);
    CompletableFuture<ChipOutcome> done = new CompletableFuture<>();
    pending.add(done);
    jobs.add(() -> job(done, () -> reader.read(slot, keys, purpose, progress, stop)));
    if (closed) {
      done.complete(new ChipOutcome.Stopped(new ChipFault.NoReader()));
    }
    long deadline = System.nanoTime() + limits.session.toNanos();
    try {
      while (true) {
        try {
          return done.get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (stuck() || System.nanoTime() - deadline > 0) {
            stop.cancel();
            return new ChipOutcome.Stopped(new ChipFault.Mute());
          }
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException("reading a card failed", bug.getCause());
    } catch (InterruptedException e) {
      stop.cancel();
      throw e;
    } finally {
      pending.remove(done);
    }
  }

  private void job(CompletableFuture<ChipOutcome> done, Supplier<ChipOutcome> work) {
    if (done.isDone()) {
      return;
    }
    reading = true;
    try {
      ChipOutcome outcome = work.get();
      if (outcome instanceof ChipOutcome.Stopped(ChipFault.Removed _)) {
        // It may lie there again before we look: whoever waits for a card must hear of both.
        present(false);
      }
      done.complete(outcome);
    } catch (RuntimeException bug) {
      done.completeExceptionally(bug);
    } finally {
      reading = false;
    }
  }

  private void run() {
    while (!closed) {
      lookNow();
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

  private void lookNow() {
    boolean now;
    try {
      now = slot.cardPresent();
    } catch (LinkException gone) {
      now = false;
    }
    present(now);
  }

  private void present(boolean now) {
    if (now != present && !closed) {
      present = now;
      events.publish(
          now ? new CardEvent.CardArrived(slot.name()) : new CardEvent.CardLeft(slot.name()));
    }
  }

  /** Ends the thread as soon as no system call holds it; readings that wait end with NoReader. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    ChipOutcome gone = new ChipOutcome.Stopped(new ChipFault.NoReader());
    pending.forEach(done -> done.complete(gone));
  }

  /** Notes when a call into the driver began, so that others see how long it takes. */
  private final class TimedSlot implements CardSlot {
    private final CardSlot inner;

    TimedSlot(CardSlot inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public boolean cardPresent() throws LinkException {
      begin();
      try {
        return inner.cardPresent();
      } finally {
        callBegan = IDLE;
      }
    }

    @Override
    public CardConnection connect() throws LinkException {
      begin();
      try {
        return new TimedConnection(inner.connect());
      } finally {
        callBegan = IDLE;
      }
    }
  }

  private void begin() {
    long now = System.nanoTime();
    callBegan = now == IDLE ? 1 : now;
  }

  private final class TimedConnection implements CardConnection {
    private final CardConnection inner;

    TimedConnection(CardConnection inner) {
      this.inner = inner;
    }

    @Override
    public byte[] atr() {
      return inner.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws LinkException {
      begin();
      try {
        return inner.transmit(command);
      } finally {
        callBegan = IDLE;
      }
    }

    @Override
    public void close() {
      begin();
      try {
        inner.close();
      } finally {
        callBegan = IDLE;
      }
    }
  }
}
