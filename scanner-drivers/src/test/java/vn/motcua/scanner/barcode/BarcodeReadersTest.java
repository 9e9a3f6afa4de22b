package vn.motcua.scanner.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;

class BarcodeReadersTest {
  private final SimulatedBarcodeReader left = new SimulatedBarcodeReader("left");
  private final SimulatedBarcodeReader right = new SimulatedBarcodeReader("right");
  private long now = Long.MAX_VALUE - 5; // System.nanoTime may overflow
  private final BarcodeReaders both = new BarcodeReaders(List.of(left, right), () -> now);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Runnable end = both.listen(event -> heard.add(name(event)));

  private static String name(BarcodeEvent event) {
    return event.reader()
        + (event instanceof BarcodeEvent.Scanned scan ? " " + scan.text() : " refused");
  }

  private void pass(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  @Test
  void theSameCodeWithinTwoSecondsIsOneScanWhoeverReadsIt() {
    left.scan("A");
    pass(1999);
    right.scan("A");
    pass(100);
    left.scan("]Q3A\r\n");
    assertThat(heard).containsExactly("simulated:left A");
  }

  @Test
  void afterTwoSecondsItIsAnother() {
    left.scan("A");
    pass(2000);
    left.scan("A");
    assertThat(heard).containsExactly("simulated:left A", "simulated:left A");
  }

  @Test
  void aCodeThatLiesUnderTheLightIsOneScanUntilItIsTakenAway() {
    for (int i = 0; i < 20; i++) {
      left.scan("A");
      pass(700);
    }
    pass(1300);
    left.scan("A");
    assertThat(heard).hasSize(2);
  }

  @Test
  void otherCodesInBetweenChangeNothing() {
    for (String code : List.of("A", "B", "A", "C", "B", "A")) {
      left.scan(code);
      pass(300);
    }
    assertThat(heard).containsExactly("simulated:left A", "simulated:left B", "simulated:left C");
  }

  @Test
  void everyRefusalIsHeard() {
    left.scan(new byte[] {0});
    left.scan(new byte[] {0});
    assertThat(heard).containsExactly("simulated:left refused", "simulated:left refused");
  }

  @Test
  void eachListenerHearsAScanOnceAndNoneAfterItsEnd() {
    List<BarcodeEvent> second = new ArrayList<>();
    both.listen(second::add);
    left.scan("A");
    end.run();
    left.scan("B");
    assertThat(heard).hasSize(1);
    assertThat(second).hasSize(2);
    assertThat(both.all()).containsExactly(left, right);
  }

  @Test
  void manyReadersAtOnceAreOneScan() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SimulatedBarcodeReader reader = i % 2 == 0 ? left : right;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                reader.scan("A");
              }));
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(heard).hasSize(1);
  }
}
