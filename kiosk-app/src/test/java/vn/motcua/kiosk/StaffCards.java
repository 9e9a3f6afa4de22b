package vn.motcua.kiosk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.kiosk.cli.Reply;
import vn.motcua.kiosk.cli.Tools;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * The tools of this machine with a simulated reader, on which one card after another is put: the
 * next one as soon as the one before was read and taken off.
 */
final class StaffCards implements Tools {
  private final LocalTools local;
  private final Path home;
  private final Clock clock;
  private final Deque<VirtualCard> cards = new ArrayDeque<>();

  StaffCards(Path home, Clock clock, List<? extends VirtualCard> cards) {
    this.local = new LocalTools(clock, AppFaults.sentences(), home);
    this.home = home;
    this.clock = clock;
    this.cards.addAll(cards);
  }

  @Override
  public CardReaders cardReaders(Optional<Path> trust) throws FaultException {
    Path folder = trust.orElse(home.resolve("trust"));
    try {
      return cardReaders(RealDevices.anchors(folder));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CardReaders cardReaders(TrustStore anchors) {
    Feeder feeder = new Feeder(new SimulatedReaders(new ChipReader(anchors, clock)));
    feeder.next();
    return feeder;
  }

  private final class Feeder implements CardReaders {
    private final SimulatedReaders reader;

    Feeder(SimulatedReaders reader) {
      this.reader = reader;
    }

    void next() {
      VirtualCard card = cards.poll();
      if (card != null) {
        reader.insert(card);
      }
    }

    @Override
    public List<CardReader> readers() {
      return reader.readers();
    }

    @Override
    public Runnable listen(Consumer<CardEvent> listener) {
      return reader.listen(listener);
    }

    @Override
    public ChipOutcome read(
        String name,
        AccessKeys keys,
        ReadPurpose purpose,
        Consumer<ChipStep> progress,
        Cancellation cancellation) {
      ChipOutcome outcome = reader.read(name, keys, purpose, progress, cancellation);
      Thread.startVirtualThread(() -> {
        reader.remove();
        next();
      });
      return outcome;
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  @Override
  public TrustDesk trustDesk(Optional<Path> store) {
    return local.trustDesk(store);
  }

  @Override
  public ScanDesk scanDesk(Path spool) throws FaultException {
    return local.scanDesk(spool);
  }

  @Override
  public ProfileDesk profiles() throws FaultException {
    return local.profiles();
  }

  @Override
  public DeviceDesk deviceDesk() throws FaultException {
    return local.deviceDesk();
  }

  @Override
  public PairingDesk pairingDesk() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path signingAuthorities() {
    return local.signingAuthorities();
  }

  @Override
  public Digitiser digitiser() {
    return local.digitiser();
  }

  @Override
  public Path dataFolder(Optional<Path> named) {
    return local.dataFolder(named);
  }

  @Override
  public OpenFolder open(Optional<Path> data) throws FaultException {
    return local.open(data);
  }

  @Override
  public void run(RunRequest request) throws FaultException, InterruptedException {
    local.run(request);
  }

  @Override
  public Reply demo(DemoRequest request) throws FaultException, InterruptedException {
    return local.demo(request);
  }

  @Override
  public List<Bench> benches() {
    return local.benches();
  }
}
