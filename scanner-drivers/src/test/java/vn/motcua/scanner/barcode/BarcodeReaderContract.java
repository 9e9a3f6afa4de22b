package vn.motcua.scanner.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.DeviceState;

/** What every barcode reader must do. Extend it with a fixture of yours; see docs/barcode.md. */
@Timeout(180)
public abstract class BarcodeReaderContract {
  private static final long PATIENCE_SECONDS = 60;

  /** Invented. */
  private static final String CARD =
      "051191407263||Nguyễn Thị Ánh Hường|12031991|Nữ|Thôn Đồng Bưng, Quảng Ngãi|18052022";

  private BarcodeReaderFixture fixture;
  private BarcodeReader reader;
  private final BlockingQueue<BarcodeEvent> events = new LinkedBlockingQueue<>();

  /** Plugs in a device and opens its reader. */
  protected abstract BarcodeReaderFixture plug() throws Exception;

  @BeforeEach
  public final void open() throws Exception {
    fixture = plug();
    reader = fixture.reader();
    reader.listen(events::add);
    await(DeviceState.READY);
  }

  @AfterEach
  public final void shut() throws Exception {
    fixture.close();
  }

  private void await(DeviceState wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (reader.state() != wanted) {
      assertThat(System.nanoTime()).as("waiting for %s", wanted).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5); // the state is what is being asked for
    }
  }

  private void present(String code) throws Exception {
    fixture.present(code.getBytes(StandardCharsets.UTF_8));
  }

  private BarcodeEvent next() throws InterruptedException {
    BarcodeEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    assertThat(event.reader()).isEqualTo(reader.id());
    return event;
  }

  private void nextIs(String text) throws InterruptedException {
    assertThat(next()).isEqualTo(new BarcodeEvent.Scanned(reader.id(), text));
  }

  private void nextIsRefused(BarcodeFault fault) throws InterruptedException {
    assertThat(next()).isEqualTo(new BarcodeEvent.Refused(reader.id(), fault));
  }

  @Test
  public final void itsIdBeginsWithItsDriver() {
    assertThat(reader.id())
        .startsWith(reader.driver() + ":")
        .hasSizeGreaterThan(reader.driver().length() + 1);
  }

  @Test
  public final void codesComeWholeAndInOrder() throws Exception {
    for (String code :
        new String[] {"H48.025.16-261122-0003", "MC1|H48.025.16-261122-0003|7K3MPX"}) {
      present(code);
      nextIs(code);
    }
    assertThat(events).isEmpty();
  }

  @Test
  public final void vietnameseComesComposed() throws Exception {
    present(CARD);
    nextIs(CARD);
    present(Normalizer.normalize("Điểu Thị Lộc Bình", Normalizer.Form.NFD));
    nextIs("Điểu Thị Lộc Bình");
  }

  @Test
  public final void aLongCodeComesWhole() throws Exception {
    String longest = "MC".repeat(256);
    present(longest);
    nextIs(longest);
  }

  @Test
  public final void whatIsTooLongIsRefusedAndTheNextIsRead() throws Exception {
    present("x".repeat(600));
    nextIsRefused(new BarcodeFault.TooLong());
    TimeUnit.MILLISECONDS.sleep(fixture.silence().toMillis());
    present("SAU-MA-DAI");
    nextIs("SAU-MA-DAI");
  }

  @Test
  public final void controlCharactersAreRefused() throws Exception {
    for (String control : new String[] {"\u0000", "\u001b", "\u001d", "\u202e"}) {
      present("MA-DAU" + control + "MA-CUOI");
      nextIsRefused(new BarcodeFault.NotText());
      present("XEN-GIUA-" + (int) control.charAt(0));
      nextIs("XEN-GIUA-" + (int) control.charAt(0));
    }
  }

  @Test
  public final void bytesThatAreNotTextAreRefused() throws Exception {
    assumeTrue(fixture.carriesBytes());
    fixture.present(new byte[] {'A', 'B', (byte) 0xc3, 'C', 'D', 'E', 'F'});
    nextIsRefused(new BarcodeFault.NotText());
    present("SAU-BYTE-SAI");
    nextIs("SAU-BYTE-SAI");
  }

  @Test
  public final void statementsAndScriptsAreText() throws Exception {
    for (String code :
        new String[] {"'; DROP TABLE dossier; --", "$(reboot) `id`", "<b onclick=x>"}) {
      present(code);
      nextIs(code);
    }
  }

  @Test
  public final void aListenerThatBreaksHidesNothingFromOthers() throws Exception {
    reader.listen(event -> {
      throw new IllegalStateException("broken on purpose");
    });
    BlockingQueue<BarcodeEvent> later = new LinkedBlockingQueue<>();
    Runnable end = reader.listen(later::add);
    present("NGUOI-NGHE");
    nextIs("NGUOI-NGHE");
    assertThat(later.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    end.run();
    present("MOT-NGUOI");
    nextIs("MOT-NGUOI");
    assertThat(later).isEmpty();
  }

  @Test
  public final void whatIsPulledOutIsOfflineAndComesBack() throws Exception {
    assumeTrue(fixture.canBeUnplugged());
    fixture.unplug();
    await(DeviceState.OFFLINE);
    fixture.plugIn();
    await(DeviceState.READY);
    events.clear(); // half a code may have become a refusal
    present("TRO-LAI-ROI");
    nextIs("TRO-LAI-ROI");
  }

  @Test
  public final void closingTwiceIsOnce() {
    reader.close();
    reader.close();
    assertThat(events).isEmpty();
  }
}
