package vn.motcua.scanner.chip;

import java.util.List;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * All card readers of one kind on this machine, watched as long as this is open. Each reader has
 * one platform thread of its own; listeners are called on it and must not block.
 */
public interface CardReaders extends AutoCloseable {
  /** The readers as they are known at this moment. */
  List<CardReader> readers();

  /**
   * The one reader on which a card lies now.
   *
   * @param namePart only readers whose name contains it count; empty for all
   * @return its name
   * @throws FaultException with {@link ChipFault.NoCard}, or {@link ChipFault.TwoCards} if cards
   *     lie on several: which citizen is meant must not be a matter of the readers' order
   */
  default String readerWithCard(String namePart) throws FaultException {
    List<String> found =
        readers().stream()
            .filter(known -> known.cardPresent() && known.name().contains(namePart))
            .map(CardReader::name)
            .toList();
    return switch (found.size()) {
      case 0 -> throw new FaultException(new ChipFault.NoCard());
      case 1 -> found.getFirst();
      default -> throw new FaultException(new ChipFault.TwoCards());
    };
  }

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
