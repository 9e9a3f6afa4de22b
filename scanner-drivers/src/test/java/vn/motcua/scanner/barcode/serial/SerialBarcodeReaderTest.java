package vn.motcua.scanner.barcode.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;

/** The serial reader on a real pseudo-terminal. */
@Timeout(180)
class SerialBarcodeReaderTest {
  /** A line that a busy machine reads late is not silent: for tests that are not about silence. */
  private static final Duration NEVER_SILENT = Duration.ofMinutes(2);

  private static final Duration SHORT_SILENCE = Duration.ofMillis(400);

  @TempDir private Path folder;
  private Path device;
  private PseudoTerminal terminal;
  private SerialBarcodeReader reader;
  private final BlockingQueue<BarcodeEvent> events = new LinkedBlockingQueue<>();

  @BeforeEach
  void plugIn() throws Exception {
    device = folder.resolve("barcode");
    terminal = new PseudoTerminal();
    Files.createSymbolicLink(device, terminal.path());
    open(NEVER_SILENT);
  }

  /** Opens the reader, or opens it again. */
  private void open(Duration silence) throws InterruptedException {
    if (reader != null) {
      reader.close();
    }
    SerialSettings settings =
        new SerialSettings(device.toString(), 9600, silence, Duration.ofMillis(50));
    reader = new SerialBarcodeReader(settings);
    reader.listen(events::add);
    await(DeviceState.READY);
  }

  @AfterEach
  void pullOut() {
    reader.close();
    terminal.close();
  }

  private void await(DeviceState wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (reader.state() != wanted) {
      assertThat(System.nanoTime()).as("waiting for %s", wanted).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5); // the state is what is being asked for
    }
  }

  private void send(String text) {
    terminal.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private BarcodeEvent next() throws InterruptedException {
    BarcodeEvent event = events.poll(60, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }

  private void nextIs(String text) throws InterruptedException {
    assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), text));
  }

  private void nextIsRefused(BarcodeFault fault) throws InterruptedException {
    assertThat(next()).isEqualTo(new BarcodeEvent.Refused(reader.id(), fault));
  }

  @Test
  void everyEndOfLineEndsAScan() throws Exception {
    send("MOT\rHAI\nBA\r\nBON\r\n");
    nextIs("MOT");
    nextIs("HAI");
    nextIs("BA");
    nextIs("BON");
    assertThat(events).isEmpty();
  }

  @Test
  void silenceEndsAScan() throws Exception {
    open(SHORT_SILENCE);
    send("KHONG-XUONG-DONG");
    nextIs("KHONG-XUONG-DONG");
  }

  @Test
  void lettersSplitOverReadsComeWhole() throws Exception {
    byte[] bytes = "Nguyễn Thị Ánh|Ấp Bưng\r".getBytes(StandardCharsets.UTF_8);
    for (byte each : bytes) {
      terminal.write(new byte[] {each});
      TimeUnit.MILLISECONDS.sleep(2); // the speed of a slow line
    }
    nextIs("Nguyễn Thị Ánh|Ấp Bưng");
  }

  /** In cooked mode the terminal would act on these itself: interrupt, end of file, erase, stop. */
  @Test
  void controlCharactersArriveAndAreRefused() throws Exception {
    for (int control : new int[] {0, 3, 4, 8, 0x11, 0x13, 0x1a, 0x7f}) {
      terminal.write(new byte[] {'A', (byte) control, 'B', '\r'});
      nextIsRefused(new BarcodeFault.NotText());
    }
    send("SAU-DO\r");
    nextIs("SAU-DO");
  }

  @Test
  void aFloodIsRefusedOnceAndTheNextScanIsRead() throws Exception {
    open(SHORT_SILENCE);
    send("x".repeat(10_000) + "\rTRONG-LU\r" + "y".repeat(3000));
    nextIsRefused(new BarcodeFault.TooLong());
    // Longer than the silence that ends a flood: there is no event for its end.
    assertThat(events.poll(3 * SHORT_SILENCE.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    send("SAU-LU\r");
    nextIs("SAU-LU");
  }

  @Test
  void noiseDoesNoHarm() throws Exception {
    open(SHORT_SILENCE);
    byte[] noise = new byte[10_000];
    new Random(11).nextBytes(noise);
    terminal.write(noise);
    assertThat(next()).isInstanceOf(BarcodeEvent.Refused.class);
    while (events.poll(3 * SHORT_SILENCE.toMillis(), TimeUnit.MILLISECONDS) != null) {
      // until the line has been silent
    }
    send("BINH-THUONG\r");
    nextIs("BINH-THUONG");
  }

  @Test
  void scriptsAndStatementsAreText() throws Exception {
    send("<script>alert(1)</script>\r'; DROP TABLE dossier; --\r");
    nextIs("<script>alert(1)</script>");
    nextIs("'; DROP TABLE dossier; --");
  }

  @Test
  void anUnpluggedReaderIsOfflineAndComesBack() throws Exception {
    send("NUA-CH");
    terminal.close();
    await(DeviceState.OFFLINE);
    events.clear(); // the half scan may have been taken for one that silence ended
    Files.delete(device);
    terminal = new PseudoTerminal();
    Files.createSymbolicLink(device, terminal.path());
    await(DeviceState.READY);
    send("TRO-LAI\r");
    nextIs("TRO-LAI");
  }

  @Test
  void aClosedReaderReadsNoMore() throws Exception {
    reader.close();
    assertThat(reader.state()).isEqualTo(DeviceState.OFFLINE);
    assertThat(events.poll(100, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void whatIsNoTerminalIsNotOpened() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "MA\r");
    try (SerialBarcodeReader other = new SerialBarcodeReader(SerialSettings.of(file.toString()))) {
      other.listen(events::add);
      assertThat(events.poll(700, TimeUnit.MILLISECONDS)).isNull();
      assertThat(other.state()).isEqualTo(DeviceState.OFFLINE);
    }
  }
}
