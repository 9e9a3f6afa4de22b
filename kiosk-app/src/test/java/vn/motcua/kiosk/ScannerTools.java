package vn.motcua.kiosk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.kiosk.cli.Reply;
import vn.motcua.kiosk.cli.Tools;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScanProfiles;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.paper.ScanDriver;

/** The tools of this machine with one scanner in place of its own. */
final class ScannerTools implements Tools {
  private final LocalTools local;
  private final Path home;
  private final ScanDriver scanner;

  ScannerTools(Path home, ScanDriver scanner) {
    this.local = new LocalTools(Clock.systemUTC(), AppFaults.sentences(), home);
    this.home = home;
    this.scanner = scanner;
  }

  @Override
  public ScanDesk scanDesk(Path spool) {
    return new ScanDesk(List.of(scanner), spool, profiles(), Clock.systemUTC());
  }

  @Override
  public ProfileDesk profiles() {
    return new ProfileDesk(
        List.of(scanner),
        new ScanProfiles(home.resolve("profiles"), Clock.systemUTC()),
        home.resolve("tmp"));
  }

  @Override
  public CardReaders cardReaders(Optional<Path> trust) throws FaultException {
    return local.cardReaders(trust);
  }

  @Override
  public CardReaders cardReaders(TrustStore anchors) {
    return local.cardReaders(anchors);
  }

  @Override
  public TrustDesk trustDesk(Optional<Path> store) {
    return local.trustDesk(store);
  }

  @Override
  public DeviceDesk deviceDesk() throws FaultException {
    return local.deviceDesk();
  }

  @Override
  public PairingDesk pairingDesk() {
    return local.pairingDesk();
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
