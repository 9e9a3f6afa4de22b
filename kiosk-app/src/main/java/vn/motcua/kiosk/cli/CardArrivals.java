package vn.motcua.kiosk.cli;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ReadPurpose;

/** Waits for one card after another, by what the readers tell. */
final class CardArrivals implements AutoCloseable {
  private final CardReaders readers;
  private final String part;
  private final Duration patience;
  private final BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();
  private final Runnable end;

  /**
   * @param part part of the name of the reader to watch
   * @param patience how long to wait for each card
   */
  CardArrivals(CardReaders readers, String part, Duration patience) {
    this.readers = readers;
    this.part = part;
    this.patience = patience;
    this.end = readers.listen(events::add);
  }

  /**
   * The reader on which a card has been put since the last one came.
   *
   * @throws FaultException CHIP-NO-CARD if none came in time, or why there is no reader
   */
  String next() throws FaultException, InterruptedException {
    while (true) {
      CardEvent event = poll();
      if (event instanceof CardEvent.CardArrived(String reader) && reader.contains(part)) {
        return reader;
      }
    }
  }

  /** Returns when the card has been taken off this reader, or the reader itself is gone. */
  void left(String from) throws FaultException, InterruptedException {
    while (true) {
      CardEvent event = poll();
      boolean gone = event instanceof CardEvent.CardLeft || event instanceof CardEvent.ReaderLeft;
      if (gone && event.reader().equals(from)) {
        return;
      }
    }
  }

  private CardEvent poll() throws FaultException, InterruptedException {
    CardEvent event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (event != null) {
      return event;
    }
    if (readers.readers().stream().noneMatch(known -> known.name().contains(part))) {
      // Asking for a reader that is not there tells a missing service from a missing reader.
      ChipOutcome none =
          readers.read(
              part, AccessKeys.can("000000"), ReadPurpose.LOOKUP, _ -> {}, new Cancellation());
      throw new FaultException(
          none instanceof ChipOutcome.Stopped(ChipFault fault) ? fault : new ChipFault.NoReader());
    }
    throw new FaultException(new ChipFault.NoCard());
  }

  @Override
  public void close() {
    end.run();
  }
}
