package vn.motcua.kiosk.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/**
 * Card readers that remember what the last reading gave, so that the walk can report it, and how
 * long it took, so that a bench knows what is the chip's and what is ours.
 */
final class WatchedReaders implements CardReaders {
  private final CardReaders readers;
  private final AtomicReference<@Nullable ChipOutcome> last = new AtomicReference<>();
  private volatile long nanos;

  WatchedReaders(CardReaders readers) {
    this.readers = readers;
  }

  /** What the last reading gave, or null if there was none since the last call. */
  @Nullable ChipOutcome takeLast() {
    return last.getAndSet(null);
  }

  /** Nanoseconds of the last reading that is over. */
  long lastNanos() {
    return nanos;
  }

  @Override
  public List<CardReader> readers() {
    return readers.readers();
  }

  @Override
  public Runnable listen(Consumer<CardEvent> listener) {
    return readers.listen(listener);
  }

  @Override
  public ChipOutcome read(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    long begin = System.nanoTime();
    ChipOutcome outcome = readers.read(reader, keys, purpose, progress, cancellation);
    nanos = System.nanoTime() - begin;
    last.set(outcome);
    return outcome;
  }

  @Override
  public void close() {
    readers.close();
  }
}
