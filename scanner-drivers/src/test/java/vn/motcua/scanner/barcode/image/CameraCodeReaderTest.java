package vn.motcua.scanner.barcode.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaderContract;
import vn.motcua.scanner.barcode.BarcodeReaderFixture;

@Timeout(180)
class CameraCodeReaderTest extends BarcodeReaderContract {
  private final AtomicLong now = new AtomicLong();
  private final CameraCodeReader camera = new CameraCodeReader("desk", now::get);
  private final BlockingQueue<BarcodeEvent> heard = new LinkedBlockingQueue<>();

  private static GrayPicture frame(byte[] code) {
    BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_BYTE_GRAY);
    picture.createGraphics().fillRect(0, 0, 1280, 720);
    DrawnCodes.draw(picture, DrawnCodes.modules(BarcodeFormat.QR_CODE, code, 1, 1), 20, 10, 6, 0);
    return GrayPicture.greenOf(picture);
  }

  private static GrayPicture dark() {
    return new GrayPicture(1280, 720, new byte[1280 * 720]);
  }

  @AfterEach
  void close() {
    camera.close();
  }

  @Override
  protected BarcodeReaderFixture plug() {
    return new BarcodeReaderFixture() {
      {
        camera.offer(dark());
      }

      @Override
      public BarcodeReader reader() {
        return camera;
      }

      @Override
      public void present(byte[] code) {
        now.addAndGet(Duration.ofSeconds(2).toNanos()); // the hand has moved on
        camera.offer(frame(code));
      }

      @Override
      public void unplug() {
        now.addAndGet(CameraCodeReader.DARK.toNanos());
      }

      @Override
      public void plugIn() {
        camera.offer(dark());
      }

      @Override
      public void close() {
        camera.close();
      }
    };
  }

  private BarcodeEvent next() throws InterruptedException {
    BarcodeEvent event = heard.poll(60, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }

  @Test
  void aCodeIsOneScanForAsLongAsItIsInThePicture() {
    camera.listen(heard::add);
    for (byte[] code : new byte[][] {{'M', 'O', 'T'}, {1, 2, 3}, {'H', 'A', 'I'}}) {
      GrayPicture frame = frame(code);
      for (int i = 0; i < 10; i++) {
        camera.look(frame); // not by its thread, which may miss frames while the clock goes on
        now.addAndGet(Duration.ofMillis(1500).toNanos());
      }
    }
    assertThat(heard)
        .containsExactly(
            new BarcodeEvent.Scanned("image:desk", "MOT"),
            new BarcodeEvent.Refused("image:desk", new BarcodeFault.NotText()),
            new BarcodeEvent.Scanned("image:desk", "HAI"));
  }

  @Test
  void whatComesWhileItLooksIsDroppedAndTheNewestIsSeen() throws Exception {
    camera.listen(heard::add);
    GrayPicture empty = dark();
    for (int i = 0; i < 500; i++) {
      camera.offer(empty);
    }
    camera.offer(frame(new byte[] {'X', 'O', 'N', 'G'}));
    assertThat(next()).isEqualTo(new BarcodeEvent.Scanned("image:desk", "XONG"));
  }

  @Test
  void withoutFramesItIsOffline() {
    assertThat(new CameraCodeReader("none").state()).isEqualTo(DeviceState.OFFLINE);
    assertThat(new BarcodeFault.Offline().code()).isEqualTo("CODE-OFFLINE");
  }
}
