package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows down whoever tries receipts at one terminal: a new visit has new tries, so that leaving and
 * coming back would make guessing free. After {@link #FREE} wrong ones every further wrong one
 * shuts the way for {@link #PAUSE}, for right and wrong ones alike; {@link #FORGETS} without a
 * wrong one and all is as before. Nobody is ever turned away by it: whoever comes after somebody
 * who guessed waits that pause at most. Safe for use by several threads.
 */
final class TryPace {
  /** So many go wrong in a row of honest people. */
  static final int FREE = 10;

  /** How long the way is shut; less than a terminal waits for an answer. */
  static final Duration PAUSE = Duration.ofSeconds(8);

  /** After so long without a wrong one nothing is remembered. */
  static final Duration FORGETS = Duration.ofMinutes(15);

  /** What waits for so long. */
  interface Waiting {
    void forNanos(long nanos);
  }

  /** Guesses as fast as the store answers; for those who try just that. */
  static final TryPace NONE = new TryPace(() -> 0, _ -> {}, Integer.MAX_VALUE);

  private record Count(int wrong, long last) {}

  private final LongSupplier nanos;
  private final Waiting waiting;
  private final int free;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  TryPace() {
    this(System::nanoTime, TryPace::passes, FREE);
  }

  /**
   * @param nanos a clock that nobody sets
   */
  TryPace(LongSupplier nanos, Waiting waiting) {
    this(nanos, waiting, FREE);
  }

  private TryPace(LongSupplier nanos, Waiting waiting, int free) {
    this.nanos = nanos;
    this.waiting = waiting;
    this.free = free;
  }

  /** Blocks until {@code terminal} may try again; at most {@link #PAUSE} after its last try. */
  void await(String terminal) {
    Count count = counts.get(terminal);
    if (count != null && count.wrong() >= free) {
      long left = count.last() + PAUSE.toNanos() - nanos.getAsLong();
      if (left > 0) {
        waiting.forNanos(left);
      }
    }
  }

  /** That one was wrong. A right one in between takes nothing back. */
  void wrong(String terminal) {
    long now = nanos.getAsLong();
    counts.merge(
        terminal,
        new Count(1, now),
        (before, first) ->
            now - before.last() > FORGETS.toNanos()
                ? first
                : new Count(Math.min(before.wrong() + 1, FREE), now));
  }

  private static void passes(long nanos) {
    new CompletableFuture<Boolean>().completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS).join();
  }
}
