package vn.motcua.kiosk.demo;

import java.util.List;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/** Card readers that know how long the last reading took: what is the chip's and what is ours. */
final class TimedReaders implements CardReaders {
  private final CardReaders readers;
  private volatile long nanos;

  TimedReaders(CardReaders readers) {
    this.readers = readers;
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
    return outcome;
  }

  @Override
  public void close() {
    readers.close();
  }
}
