package vn.motcua.scanner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  private static FuzzContract target(Consumer<byte[]> feed) {
    return new FuzzContract() {
      @Override
      protected void feed(byte[] input) {
        feed.accept(input);
      }

      @Override
      protected Map<String, byte[]> seeds() {
        return Map.of("nothing", new byte[0]);
      }
    };
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void letsPassWhatIsQuickAndSmall() {
    assertThatCode(() -> Meter.feed(target(input -> {}), new byte[1])).doesNotThrowAnyException();
  }

  @Test
  void findsAnInputThatIsAlwaysSlow() {
    AtomicInteger times = new AtomicInteger();
    FuzzContract slow =
        target(input -> {
          times.incrementAndGet();
          spin(SHORT.plusMillis(20));
        });
    assertThatThrownBy(() -> Meter.feed(slow, new byte[1], SHORT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("took");
    assertThat(times).hasValue(3);
  }

  @Test
  void forgivesAMachineThatWasBusyOnce() {
    AtomicInteger times = new AtomicInteger();
    FuzzContract onceSlow =
        target(input -> {
          if (times.incrementAndGet() == 1) {
            spin(SHORT.plusMillis(20));
          }
        });
    assertThatCode(() -> Meter.feed(onceSlow, new byte[1], SHORT)).doesNotThrowAnyException();
    assertThat(times).hasValue(2);
  }

  @Test
  void findsAnInputThatTakesTooMuchMemory() {
    byte[][] held = new byte[1][];
    FuzzContract hungry =
        target(input -> {
          for (int i = 0; i < 300; i++) {
            held[0] = new byte[1 << 20];
          }
        });
    assertThatThrownBy(() -> Meter.feed(hungry, new byte[1]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("allocated");
  }
}
