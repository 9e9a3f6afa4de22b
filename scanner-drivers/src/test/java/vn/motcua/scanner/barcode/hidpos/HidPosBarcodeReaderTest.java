package vn.motcua.scanner.barcode.hidpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;

@Timeout(180)
class HidPosBarcodeReaderTest {
  private static final HidPosSettings SETTINGS =
      new HidPosSettings(Optional.of("/dev/hidraw9"), Optional.empty(), Duration.ofMillis(20));

  private final BlockingQueue<byte[]> reports = new LinkedBlockingQueue<>();
  private final BlockingQueue<BarcodeEvent> events = new LinkedBlockingQueue<>();

  /** A device whose every report is read as one, as hidraw does. */
  private final CountDownLatch listening = new CountDownLatch(1);

  private HidLine line(byte[] descriptor, boolean stream) {
    return new HidLine() {
      @Override
      public byte[] descriptor() {
        return descriptor;
      }

      @Override
      public int read(byte[] target, Duration patience) throws IOException {
        try {
          listening.await(); // what comes before anybody listens is lost, as with every reader
          byte[] report = reports.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
          if (report == null) {
            return 0;
          }
          int length = Math.min(report.length, target.length);
          System.arraycopy(report, 0, target, 0, length);
          return length;
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }

      @Override
      public boolean isStream() {
        return stream;
      }

      @Override
      public void close() {}
    };
  }

  private HidPosBarcodeReader open(HidOpener opener) {
    HidPosBarcodeReader reader = new HidPosBarcodeReader(SETTINGS, opener);
    reader.listen(events::add);
    listening.countDown();
    return reader;
  }

  private BarcodeEvent next() throws InterruptedException {
    BarcodeEvent event = events.poll(60, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void await(HidPosBarcodeReader reader, DeviceState state) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (reader.state() != state) {
      assertThat(System.nanoTime()).as("waiting for %s", state).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5); // the state is what is being asked for
    }
  }

  @Test
  void aCodeInThreeReportsWithLettersCutInTwoComesWhole() throws Exception {
    String text = "ế".repeat(50); // 150 bytes; 59 is no multiple of 3
    byte[] bytes = utf8(text);
    for (int at = 0; at < bytes.length; at += 59) {
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 59));
      reports.add(Descriptors.plain(part, at + 59 < bytes.length));
    }
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.PLAIN, false))) {
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), text));
    }
  }

  @Test
  void aPipeMayCutReportsAnywhere() throws Exception {
    byte[] one = Descriptors.counted(utf8("MOT"), "]Q1", false);
    byte[] two = Descriptors.counted(utf8("HAI"), "]C0", false);
    byte[] both = Arrays.copyOf(one, 124);
    System.arraycopy(two, 0, both, 62, 62);
    reports.add(Arrays.copyOf(both, 50));
    reports.add(Arrays.copyOfRange(both, 50, 100));
    reports.add(Arrays.copyOfRange(both, 100, 124));
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.COUNTED, true))) {
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "MOT"));
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "HAI"));
    }
  }

  @Test
  void anIdentifierInTheTextTooIsTakenAway() throws Exception {
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.COUNTED, false))) {
      reports.add(Descriptors.counted(utf8("]Q1MA-SO-1\r\n"), "]Q1", false));
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "MA-SO-1"));
    }
  }

  @Test
  void aCodeWhoseEndNeverComesIsRefusedAndTheNextIsRead() throws Exception {
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.COUNTED, false))) {
      reports.add(Descriptors.counted(utf8("NUA-CHUNG"), "]Q1", true));
      assertThat(next())
          .isEqualTo(new BarcodeEvent.Refused(reader.id(), new BarcodeFault.NotText()));
      // The rest of it, late: it must not pass for a code.
      reports.add(Descriptors.counted(utf8("-SAU"), "]Q1", true));
      reports.add(Descriptors.counted(utf8("PHAN-CUOI"), "]Q1", false));
      reports.add(Descriptors.counted(utf8("SAU-DO"), "]Q1", false));
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "SAU-DO"));
    }
  }

  @Test
  void anEndlessCodeIsRefusedOnce() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      reports.add(Descriptors.counted(new byte[56], "]Q1", true));
    }
    reports.add(Descriptors.counted(utf8("X"), "]Q1", false));
    reports.add(Descriptors.counted(utf8("SAU-LU"), "]Q1", false));
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.COUNTED, false))) {
      assertThat(next())
          .isEqualTo(new BarcodeEvent.Refused(reader.id(), new BarcodeFault.TooLong()));
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "SAU-LU"));
    }
  }

  @Test
  void reportsOfOtherKindsAndEmptyOnesSayNothing() throws Exception {
    try (HidPosBarcodeReader reader = open(settings -> line(Descriptors.MIXED, false))) {
      reports.add(new byte[] {1, 0});
      reports.add(new byte[] {3, 1});
      reports.add(new byte[] {99});
      byte[] code = new byte[32];
      code[0] = 7;
      reports.add(code.clone());
      System.arraycopy(utf8("MA"), 0, code, 2, 2);
      reports.add(code);
      assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), "MA"));
    }
  }

  @Test
  void aUserWhoMayNotOpenItIsTold() throws Exception {
    AtomicReference<HidOpener> opener =
        new AtomicReference<>(settings -> {
          throw new AccessDeniedException("/dev/hidraw9");
        });
    try (HidPosBarcodeReader reader = open(settings -> opener.get().open(settings))) {
      await(reader, DeviceState.ATTENTION);
      opener.set(settings -> line(Descriptors.COUNTED, false)); // the rule was installed
      await(reader, DeviceState.READY);
    }
  }

  @Test
  void whatIsNoBarcodeScannerIsNotRead() throws Exception {
    byte[] keyboard = Descriptors.hex("0501 0906 A101 0507 19E0 29E7 7501 9508 8102 C0");
    try (HidPosBarcodeReader reader = open(settings -> line(keyboard, false))) {
      assertThat(events.poll(300, TimeUnit.MILLISECONDS)).isNull();
      assertThat(reader.state()).isEqualTo(DeviceState.OFFLINE);
    }
  }
}
