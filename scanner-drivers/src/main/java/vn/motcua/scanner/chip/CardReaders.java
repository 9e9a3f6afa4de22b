package vn.motcua.scanner.chip;

import java.util.List;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;

/**
 * All card readers of one kind on this machine, watched as long as this is open. Each reader has
 * one platform thread of its own; listeners are called on it and must not block.
 */
public interface CardReaders extends AutoCloseable {
  /** The readers as they are known at this moment. */
  List<CardReader> readers();

  /**
   * Calls {@code listener} for everything that happens from now on, after telling it of the cards
   * that already lie on a reader.
   *
   * @return ends the listening when run
   */
  Runnable listen(Consumer<CardEvent> listener);

  /**
   * Reads the card on {@code reader}. Blocks the calling thread; ends every session with a reset,
   * so that the next one starts clean.
   *
   * @param reader a name from {@link #readers()}
   * @param keys what may open the chip
   * @param purpose which data groups to read; nothing else is asked of the chip
   * @param progress called as each step begins, on the reader's thread
   */
  ChipOutcome read(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation);

  @Override
  void close();
}
