package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/** All card readers and barcode readers of this machine as one. */
public final class Devices {
  /** Every card event of every reader; called on device threads. Returns what ends it. */
  public Runnable onCard(Consumer<CardEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Every scan of every barcode reader; called on device threads. Returns what ends it. */
  public Runnable onCode(Consumer<BarcodeEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Names of the readers on which a card lies now. */
  public List<String> cardsPresent() {
    throw new UnsupportedOperationException();
  }

  /** Whether any card reader is connected. */
  public boolean hasCardReader() {
    throw new UnsupportedOperationException();
  }

  /** Reads the card on {@code reader}; blocks. */
  public ChipOutcome readCard(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }
}
