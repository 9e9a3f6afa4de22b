package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/** Scanners behind certificates that they signed themselves. */
@Timeout(180)
class EsclPairingTest extends EsclTest {
  private static final TestIdentity FIRST = TestIdentity.make("CN=scanner-a");
  private static final TestIdentity SECOND = TestIdentity.make("CN=scanner-b");

  @TempDir Path folder;

  private EsclPins pins() {
    return new EsclPinFile(folder.resolve("deep").resolve("pins"));
  }

  private static ScriptedScanner secure(TestIdentity identity) throws IOException {
    ScriptedScanner scanner = new ScriptedScanner(identity.sockets(), true);
    load(scanner, 3);
    return scanner;
  }

  @Test
  void nothingIsAskedOfADeviceThatIsNotPaired() throws Exception {
    try (ScriptedScanner scanner = secure(FIRST)) {
      config = config.withPins(pins()).withAddresses(List.of(scanner.address()));
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.NotPaired(), 0));
      assertThat(new EsclDriver(config).discover())
          .singleElement()
          .satisfies(found -> assertThat(found.state()).isEqualTo(DeviceState.ATTENTION));
      assertThat(scanner.heard).isEmpty();
    }
  }

  @Test
  void aPairedDeviceScansAndItsNameAndDateDoNotMatter() throws Exception {
    try (ScriptedScanner scanner = secure(FIRST)) {
      EsclPairing pairing = new EsclPairing(pins());
      EsclPin seen = pairing.look(scanner.address());
      assertThat(seen.subject()).isEqualTo("CN=scanner-a");
      assertThat(seen.fingerprint()).isEqualTo(FIRST.fingerprint());
      assertThat(seen.shown()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
      assertThat(pins().all()).as("a look keeps nothing").isEmpty();
      assertThat(pairing.pair(scanner.address(), seen.shown().toLowerCase(java.util.Locale.ROOT)))
          .isEqualTo(seen);
      config = config.withPins(pins()).withAddresses(List.of(scanner.address()));
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(3));
      assertThat(pages.getLast().image()).isEqualTo(picture(3));
      assertThat(new EsclDriver(config).discover())
          .singleElement()
          .satisfies(found -> assertThat(found.state()).isEqualTo(DeviceState.READY));
    }
  }

  @Test
  void anotherKeyIsRefusedBeforeAnythingIsSaid() throws Exception {
    try (ScriptedScanner scanner = secure(SECOND)) {
      EsclPins pins = pins();
      pins.put(new EsclPin(scanner.address().authority(), FIRST.fingerprint(), "CN=scanner-a"));
      config = config.withPins(pins);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.OtherCertificate(), 0));
      assertThat(scanner.heard).isEmpty();
    }
  }

  @Test
  void onlyWhatTheTechnicianSawIsPaired() throws Exception {
    try (ScriptedScanner scanner = secure(SECOND)) {
      EsclPairing pairing = new EsclPairing(pins());
      assertThatThrownBy(() -> pairing.pair(scanner.address(), FIRST.fingerprint()))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isEqualTo(new ScanFault.OtherCertificate()));
      assertThat(pins().all()).isEmpty();
    }
  }

  @Test
  void whoDoesNotSpeakTlsIsOffline() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      EsclPairing pairing = new EsclPairing(pins(), SOON);
      assertThatThrownBy(() -> pairing.look(scanner.address()))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.fault()).isEqualTo(new ScanFault.Offline()));
    }
  }

  @Test
  void addressesThatPeopleMean() {
    assertThat(EsclPairing.address("10.0.0.5")).hasToString("https://10.0.0.5:443/eSCL");
    assertThat(EsclPairing.address("escl:https://10.0.0.5:8443/eSCL"))
        .hasToString("https://10.0.0.5:8443/eSCL");
    assertThatThrownBy(() -> EsclPairing.address("http://10.0.0.5"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pinsAreKeptReplacedAndForgotten() throws Exception {
    EsclPins pins = pins();
    assertThat(pins.all()).isEmpty();
    EsclPin one = new EsclPin("a:443", FIRST.fingerprint(), "CN=một\nhai");
    EsclPin other = new EsclPin("b:443", SECOND.fingerprint(), "");
    pins.put(one);
    pins.put(other);
    assertThat(pins().all()).containsExactly(one, other);
    EsclPin changed = new EsclPin("a:443", SECOND.fingerprint(), "CN=ba = bốn");
    pins.put(changed);
    assertThat(pins().of("a:443")).contains(changed);
    assertThat(pins().remove("a:443")).isTrue();
    assertThat(pins().remove("a:443")).isFalse();
    assertThat(pins().all()).containsExactly(other);
    try (var files = Files.list(folder.resolve("deep"))) {
      assertThat(files).as("no halves are left").hasSize(1);
    }
  }

  @Test
  void aDamagedLinePairsNobody() throws Exception {
    Path file = folder.resolve("pins");
    Files.writeString(file, "a:443 = 12AB\nnonsense\n\nb:443 = " + FIRST.fingerprint() + " x\n");
    assertThat(new EsclPinFile(file).all()).extracting(EsclPin::authority).containsExactly("b:443");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(new EsclPinFile(file).all()).isEmpty();
  }

  @Test
  void withoutAPlaceNobodyIsPaired() throws Exception {
    assertThat(EsclPins.NONE.all()).isEmpty();
    assertThat(EsclPins.NONE.remove("a:443")).isFalse();
    assertThatThrownBy(() -> EsclPins.NONE.put(new EsclPin("a:443", FIRST.fingerprint(), "CN=a")))
        .isInstanceOf(IOException.class);
  }
}
