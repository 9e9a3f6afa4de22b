package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.sane.SaneDriver;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

@Timeout(120)
class ScanDriversTest {
  private record Odd(String name, Supplier<List<Scanner>> answer) implements ScanDriver {
    @Override
    public List<Scanner> discover() {
      return answer.get();
    }

    @Override
    public ScannerCapabilities capabilities(ScannerId device) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ScanOutcome scan(
        ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void findsGivenAndDeclaredDrivers() {
    SimulatedScanDriver simulated = new SimulatedScanDriver();
    ScanDrivers drivers = ScanDrivers.load(List.of(simulated));
    assertThat(drivers.find(ScannerId.parse("simulated:desk"))).contains(simulated);
    assertThat(drivers.find(ScannerId.parse("sane:pnm:0")))
        .hasValueSatisfying(driver -> assertThat(driver).isInstanceOf(SaneDriver.class));
    assertThat(drivers.find(ScannerId.parse("twain:x"))).isEmpty();
  }

  @Test
  void aGivenDriverStandsBeforeADeclaredOne() {
    SaneDriver own = new SaneDriver();
    assertThat(ScanDrivers.load(List.of(own)).find(ScannerId.parse("sane:x"))).containsSame(own);
  }

  @Test
  void oneThatFailsOrHangsHidesNoOther() {
    CountDownLatch never = new CountDownLatch(1);
    ScanDriver failing =
        new Odd(
            "failing",
            () -> {
              throw new IllegalStateException("broken driver");
            });
    ScanDriver hanging =
        new Odd(
            "hanging",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of();
            });
    SimulatedScanDriver simulated = new SimulatedScanDriver();
    ScanDrivers drivers = new ScanDrivers(List.of(failing, hanging, simulated));
    long asked = System.nanoTime();
    Discovery found = drivers.discover(Duration.ofSeconds(2));
    assertThat(found.scanners()).extracting(Scanner::id).containsExactly(simulated.device());
    assertThat(found.silent()).containsExactly("failing", "hanging");
    assertThat(System.nanoTime() - asked).isLessThan(Duration.ofSeconds(30).toNanos());
    never.countDown();
  }
}
