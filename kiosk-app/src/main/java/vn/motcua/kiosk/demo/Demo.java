package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.cli.Reply;
import vn.motcua.kiosk.cli.Tools;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** The demonstration: the real house over simulated devices and invented dossiers. */
public final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final long SEED = 2026;

  /** Room for the terminal, the counter and the technician's page side by side. */
  private static final int WIDTH = 2560;

  private static final int HEIGHT = 1920;

  private final Clock clock;
  private final FaultSentences sentences;
  private final DemoHouse.Opener opener;

  /**
   * @param opener builds the house over the demonstration's devices
   */
  public Demo(Clock clock, FaultSentences sentences, DemoHouse.Opener opener) {
    this.clock = clock;
    this.sentences = sentences;
    this.opener = opener;
  }

  /** Runs it: by itself, or until the last window is closed. */
  public Reply run(Tools.DemoRequest request) throws FaultException, InterruptedException {
    SimulatedCardProfile card = DemoCards.find(request.card());
    Path folder = null;
    try {
      folder =
          request.data().isPresent()
              ? request.data().get()
              : Files.createTempDirectory("motcua-demo");
      return inside(folder, card, request);
    } catch (IOException e) {
      throw new FaultException(new StoreFault.Disk(), e);
    } finally {
      if (folder != null && request.data().isEmpty()) {
        delete(folder);
      }
    }
  }

  private Reply inside(Path folder, SimulatedCardProfile card, Tools.DemoRequest request)
      throws FaultException, InterruptedException, IOException {
    // What a technician does with a country's certificate: without it no card proves anything.
    TrustStore anchors = TrustStore.of(List.of(SimulatedIssuer.shared().anchor()));
    try (SimulatedReaders reader = new SimulatedReaders(new ChipReader(anchors, clock))) {
      WatchedReaders watched = new WatchedReaders(reader);
      DemoDevices devices = new DemoDevices(reader, request.pages());
      try (DemoHouse house =
          opener.open(folder, List.of(watched), devices.readers(), List.of(devices.scanner()))) {
        List<DemoReceipt> receipts = fill(house, card);
        if (request.headless()) {
          Screen.startUnseen(WIDTH, HEIGHT);
          Path out = request.out().orElseThrow();
          return new Walk(house, devices, watched, card, sentences, clock, out, receipts).go();
        }
        Screen.start();
        Screen.show(
            () -> new SimulatorDesk(house, devices, sentences, clock, card, receipts).open());
        Screen.awaitClosed();
        return new Reply(Reply.object(), "");
      }
    }
  }

  private List<DemoReceipt> fill(DemoHouse house, SimulatedCardProfile card) throws FaultException {
    List<Party> holders = new ArrayList<>();
    holders.add(party(card));
    for (SimulatedCardProfile other : SimulatedCitizens.all()) {
      if (!other.number().equals(card.number())) {
        holders.add(party(other));
      }
    }
    return DemoDossiers.fill(
        house.store(),
        Resources.procedures(),
        Resources.calendar(),
        house.desks().centre(),
        clock,
        SEED,
        holders);
  }

  private static Party party(SimulatedCardProfile card) {
    return new Party(
        Optional.of(card.number()),
        card.name(),
        Optional.of(card.birth()),
        Optional.of(card.sex() == Sex.FEMALE),
        card.residence(),
        "");
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("the demonstration's folder could not be removed", e);
    }
  }
}
