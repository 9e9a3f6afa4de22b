package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.paper.sane.SaneConfig;
import vn.motcua.scanner.paper.sane.SaneDriver;
import vn.motcua.scanner.paper.sane.SaneHost;
import vn.motcua.scanner.paper.sane.SaneTimeouts;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

class DeviceDeskTest {
  @TempDir Path folder;

  private static SimulatedReaders readers() {
    return new SimulatedReaders(new ChipReader(TrustStore.empty(), Clock.system(Samples.ZONE)));
  }

  @Test
  void aSilentDaemonDoesNotHideTheScannerOnTheTable() throws Exception {
    // It takes the connection and never says a word.
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SaneDriver sane =
          new SaneDriver(
              SaneConfig.LOCAL.withHosts(
                  List.of(new SaneHost("127.0.0.1", silent.getLocalPort()))));
      DeviceDesk desk =
          new DeviceDesk(
              List.of(sane, new SimulatedScanDriver()), new Devices(List.of(), List.of()), folder);
      long start = System.nanoTime();
      List<DeviceRow> rows = desk.devices();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("long before the driver itself gives the daemon up")
          .isLessThan(SaneTimeouts.DEFAULT.reply());
      assertThat(rows)
          .extracting(DeviceRow::id, DeviceRow::state)
          .containsExactly(
              tuple("simulated:desk", DeviceState.READY), tuple("sane:", DeviceState.OFFLINE));
    }
  }

  @Test
  void triesEachDevice() throws Exception {
    SimulatedScanDriver scanner = new SimulatedScanDriver();
    try (SimulatedReaders readers = readers();
        SimulatedBarcodeReader codes = new SimulatedBarcodeReader()) {
      Devices devices = new Devices(List.of(readers), List.of(codes));
      DeviceDesk desk = new DeviceDesk(List.of(scanner), devices, folder);
      assertThat(desk.devices())
          .extracting(DeviceRow::kind)
          .containsExactly(
              DeviceRow.Kind.SCANNER, DeviceRow.Kind.CARD_READER, DeviceRow.Kind.BARCODE_READER);
      assertThat(desk.devices()).allMatch(DeviceRow::simulated);
      assertThat(desk.devices().getFirst().details())
          .containsEntry("sources", List.of("FEEDER", "FEEDER_DUPLEX", "FLATBED"))
          .containsEntry("modes", List.of("BLACK_WHITE", "COLOUR", "GREY"))
          .containsEntry("resolutions", List.of(100, 150, 200, 240, 300, 400, 600))
          .containsEntry("widthMillimetres", 216.0)
          .containsEntry("heightMillimetres", 356.0);

      scanner.layOnGlass(Pages.text("THỬ"));
      Path page = desk.tryScan("simulated:desk", new Cancellation());
      assertThat(Files.readAllBytes(page)).isEqualTo(Pages.text("THỬ"));
      scanner.unload();
      assertThat(WorkDeskTest.fault(() -> desk.tryScan("simulated:desk", new Cancellation())))
          .isEqualTo("SCAN-EMPTY");
      assertThat(WorkDeskTest.fault(() -> desk.tryScan("nonsense", new Cancellation())))
          .isEqualTo("SCAN-OFFLINE");

      readers.insert(SimulatedCitizens.a());
      assertThat(devices.cardsPresent()).containsExactly(SimulatedReaders.NAME);
      String number = SimulatedCitizens.a().number();
      ChipOutcome outcome =
          desk.tryCard(
              SimulatedReaders.NAME, AccessKeys.can(number.substring(6)), new Cancellation());
      assertThat(outcome).isInstanceOf(ChipOutcome.Read.class);
      assertThat(desk.tryCard("nobody", AccessKeys.can("123456"), new Cancellation()))
          .isEqualTo(new ChipOutcome.Stopped(new ChipFault.NoReader()));
    }
  }

  @Test
  void waitsForACodeUntilItComesOrIsCancelled() throws Exception {
    try (SimulatedBarcodeReader codes = new SimulatedBarcodeReader()) {
      DeviceDesk desk = new DeviceDesk(List.of(), new Devices(List.of(), List.of(codes)), folder);
      Cancellation cancelled = new Cancellation();
      cancelled.cancel();
      assertThatThrownBy(() -> desk.tryCode(cancelled)).isInstanceOf(InterruptedException.class);

      CompletableFuture<BarcodeEvent> event = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              event.complete(desk.tryCode(new Cancellation()));
            } catch (InterruptedException never) {
              event.completeExceptionally(never);
            }
          });
      // Another code each time: one that was scanned before anybody listened would count as a
      // repetition for as long as it is scanned again.
      for (int i = 0; i < 6000 && !event.isDone(); i++) {
        codes.scan("H48.125.16-261120-%04d".formatted(i));
        try {
          event.get(10, TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobodyListensYet) {
          // Scans the next one.
        }
      }
      assertThat(event.get(60, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              BarcodeEvent.Scanned.class,
              scanned -> assertThat(scanned.text()).matches("H48\\.125\\.16-261120-\\d{4}"));
    }
  }
}
