package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaders;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.paper.camera.CameraSource;

/**
 * All card readers, barcode readers and cameras of this machine as one. Who made them closes them.
 */
public final class Devices {
  private final List<CardReaders> cards;
  private final BarcodeReaders codes;
  private final CameraSource cameras;
  private final BooleanSupplier heard;
  private final Optional<ReaderShape> shape;

  /** As the others, without a camera. */
  public Devices(List<CardReaders> cards, List<BarcodeReader> codes) {
    this(cards, codes, System::nanoTime);
  }

  /**
   * @param cards the kinds of card readers; of two readers with one name the first kind counts
   * @param codes the barcode readers; the same code twice within two seconds is one scan
   * @param cameras the cameras
   */
  public Devices(List<CardReaders> cards, List<BarcodeReader> codes, CameraSource cameras) {
    this(List.copyOf(cards), new BarcodeReaders(codes, System::nanoTime), cameras);
  }

  /**
   * @param nanos the clock of the barcode readers; is never set, as {@link System#nanoTime}
   */
  public Devices(List<CardReaders> cards, List<BarcodeReader> codes, LongSupplier nanos) {
    this(List.copyOf(cards), new BarcodeReaders(codes, nanos), CameraSource.NONE);
  }

  private Devices(List<CardReaders> cards, BarcodeReaders codes, CameraSource cameras) {
    this(cards, codes, cameras, () -> true, Optional.empty());
  }

  private Devices(
      List<CardReaders> cards,
      BarcodeReaders codes,
      CameraSource cameras,
      BooleanSupplier heard,
      Optional<ReaderShape> shape) {
    this.cards = cards;
    this.codes = codes;
    this.cameras = cameras;
    this.heard = heard;
    this.shape = shape;
  }

  /** The same devices, of whose card reader a technician has said how it is made. */
  public Devices shaped(ReaderShape known) {
    return new Devices(cards, codes, cameras, heard, Optional.of(known));
  }

  /** How a card meets the reader here: as a technician said, else as its name lets suppose. */
  public ReaderShape readerShape() {
    return shape.orElseGet(
        () -> ReaderShape.of(cardReaders().stream().map(CardReader::name).toList()));
  }

  /**
   * The same devices for one of several windows: scans and arriving cards are delivered only while
   * {@code heard} holds (the window is the one that is being used), leaving ones always.
   *
   * @param heard asked on device threads
   */
  public Devices heardWhile(BooleanSupplier heard) {
    return new Devices(cards, codes, cameras, heard, shape);
  }

  /** Every card event of every reader; called on device threads. Returns what ends it. */
  public Runnable onCard(Consumer<CardEvent> listener) {
    Consumer<CardEvent> gate =
        event -> {
          if (!(event instanceof CardEvent.CardArrived) || heard.getAsBoolean()) {
            listener.accept(event);
          }
        };
    return together(cards.stream().map(kind -> kind.listen(gate)).toList());
  }

  /** Every scan of every barcode reader; called on device threads. Returns what ends it. */
  public Runnable onCode(Consumer<BarcodeEvent> listener) {
    Consumer<BarcodeEvent> gate =
        event -> {
          if (heard.getAsBoolean()) {
            listener.accept(event);
          }
        };
    return codes.listen(gate);
  }

  /** The cameras. */
  public CameraSource cameras() {
    return cameras;
  }

  /** Names of the readers on which a card lies now. */
  public List<String> cardsPresent() {
    return cardReaders().stream().filter(CardReader::cardPresent).map(CardReader::name).toList();
  }

  /** Whether any card reader is connected. */
  public boolean hasCardReader() {
    return cards.stream().anyMatch(kind -> !kind.readers().isEmpty());
  }

  /** Reads the card on {@code reader}; blocks. */
  public ChipOutcome readCard(
      String reader,
      AccessKeys keys,
      ReadPurpose purpose,
      Consumer<ChipStep> progress,
      Cancellation cancellation) {
    for (CardReaders kind : cards) {
      if (kind.readers().stream().anyMatch(known -> known.name().equals(reader))) {
        return kind.read(reader, keys, purpose, progress, cancellation);
      }
    }
    return new ChipOutcome.Stopped(new ChipFault.NoReader());
  }

  List<CardReader> cardReaders() {
    List<CardReader> all = new ArrayList<>();
    cards.forEach(kind -> all.addAll(kind.readers()));
    return all;
  }

  List<BarcodeReader> barcodeReaders() {
    return codes.all();
  }

  private static Runnable together(List<Runnable> ends) {
    return () -> ends.forEach(Runnable::run);
  }
}
