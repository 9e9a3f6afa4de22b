package vn.motcua.scanner.barcode.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;

class SimulatedBarcodeReaderTest {
  private final SimulatedBarcodeReader reader = new SimulatedBarcodeReader();
  private final List<BarcodeEvent> events = new ArrayList<>();

  @Test
  void scansPassTheGate() {
    reader.listen(events::add);
    reader.scan("Mã hồ sơ\r\n");
    reader.scan(new byte[] {0, 1, 2});
    assertThat(events)
        .containsExactly(
            new BarcodeEvent.Scanned("simulated:barcode", "Mã hồ sơ"),
            new BarcodeEvent.Refused("simulated:barcode", new BarcodeFault.NotText()));
  }

  @Test
  void listeningEndsWhenToldSoAndOneListenerHidesNoOther() {
    reader.listen(event -> {
      throw new IllegalStateException("a bug");
    });
    Runnable end = reader.listen(events::add);
    reader.scan("A");
    end.run();
    reader.scan("B");
    assertThat(events).containsExactly(new BarcodeEvent.Scanned("simulated:barcode", "A"));
  }

  @Test
  void anUnpluggedReaderScansNothing() {
    reader.listen(events::add);
    reader.unplug();
    reader.scan("A");
    assertThat(reader.state()).isEqualTo(DeviceState.OFFLINE);
    reader.plugIn();
    reader.scan("B");
    assertThat(reader.state()).isEqualTo(DeviceState.READY);
    assertThat(events).containsExactly(new BarcodeEvent.Scanned("simulated:barcode", "B"));
  }
}
