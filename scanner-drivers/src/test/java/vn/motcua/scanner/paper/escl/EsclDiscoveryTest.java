package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;

@Timeout(180)
class EsclDiscoveryTest extends EsclTest {
  private static final String UUID = "4509a320-00a0-008f-00b6-00559a327d32";

  private static Announced announced(String address, String uuid) {
    return new Announced(EsclAddress.parse(address), "a", uuid);
  }

  @Test
  void aSilentDeviceWhoseAddressWasGivenIsListed() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      EsclAddress silent = EsclAddress.parse("127.0.0.1:1");
      config = config.withAddresses(List.of(silent, scanner.address()));
      assertThat(new EsclDriver(config).discover())
          .containsExactly(
              new Scanner(EsclDriver.id(silent), "127.0.0.1:1", DeviceState.OFFLINE, false),
              new Scanner(
                  EsclDriver.id(scanner.address()), "Máy quét thử", DeviceState.READY, false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Idle, ScannerAdfLoaded, READY",
    "Processing, ScannerAdfLoaded, BUSY",
    "Testing, ScannerAdfEmpty, BUSY",
    "Stopped, ScannerAdfEmpty, ATTENTION",
    "Idle, ScannerAdfJam, ATTENTION",
    "Down, ScannerAdfEmpty, OFFLINE"
  })
  void theStateIsTheDevicesOwn(String state, String adf, DeviceState shown) throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.state = state;
      scanner.adf = adf;
      config = config.withAddresses(List.of(scanner.address()));
      assertThat(new EsclDriver(config).discover())
          .singleElement()
          .satisfies(found -> assertThat(found.state()).isEqualTo(shown));
    }
  }

  @Test
  void aDeviceIsListedOnceInThePlainUnlessItIsPaired() {
    List<Announced> both = List.of(announced("https://10.0.0.5", "a"), announced("10.0.0.5", "a"));
    assertThat(Announced.oncePerDevice(both, EsclPins.NONE)).containsExactly(both.get(1));
    EsclPins paired =
        new EsclPins() {
          @Override
          public List<EsclPin> all() {
            return List.of(new EsclPin("10.0.0.5:443", "00".repeat(32), ""));
          }

          @Override
          public void put(EsclPin pin) {}

          @Override
          public boolean remove(String authority) {
            return false;
          }
        };
    assertThat(Announced.oncePerDevice(both, paired)).containsExactly(both.get(0));
    List<Announced> two = List.of(announced("10.0.0.5", ""), announced("10.0.0.6", ""));
    assertThat(Announced.oncePerDevice(two, paired)).isEqualTo(two);
  }

  @Test
  void announcedDevicesAreFoundNamedAndAsked() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ScriptedScanner scanner = new ScriptedScanner();
        JmDNS announcer = JmDNS.create(loopback)) {
      scanner.state = "Processing";
      announcer.registerService(
          ServiceInfo.create(
              "_uscan._tcp.local.",
              "Thử " + scanner.address().port(),
              scanner.address().port(),
              0,
              0,
              Map.of("ty", "Máy ở quầy", "rs", "eSCL/", "UUID", UUID)));
      ScannerId id = EsclDriver.id(scanner.address());
      Scanner found = new Scanner(id, "Máy ở quầy", DeviceState.BUSY, false);
      // Looking takes the whole time that is given: short looks until the announcement was heard.
      for (int seconds = 1; seconds < 20; seconds *= 2) {
        config =
            new EsclConfig(
                List.of(),
                true,
                List.of(loopback),
                Map.of(),
                EsclPins.NONE,
                timeouts(seconds, seconds));
        List<Scanner> seen = new EsclDriver(config).discover();
        if (seen.contains(found)) {
          return;
        }
      }
      throw new AssertionError("never heard of " + found);
    }
  }

  @Test
  void aDeviceThatIsKnownByAddressIsNotListedTwice() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      // Two doors, one device by its UUID.
      EsclAddress other = EsclAddress.parse("localhost:" + scanner.address().port());
      config = config.withAddresses(List.of(scanner.address(), other));
      assertThat(new EsclDriver(config).discover())
          .extracting(Scanner::id)
          .containsExactly(EsclDriver.id(scanner.address()));
    }
  }

  @Test
  void itIsFoundByTheHouse() {
    assertThat(ScanDrivers.load(List.of()).find(ScannerId.parse("escl:http://a:80/eSCL")))
        .get()
        .isInstanceOf(EsclDriver.class);
  }

  @Test
  void lookingWithoutANetworkIsNoFault() throws IOException {
    config =
        new EsclConfig(
            List.of(),
            true,
            List.of(InetAddress.getByName("192.0.2.1")),
            Map.of(),
            EsclPins.NONE,
            timeouts(1, 1));
    assertThat(new EsclDriver(config).discover()).isEmpty();
  }
}
