package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.image.CameraCodeReader;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.Picture;
import vn.motcua.scanner.paper.simulated.PictureCamera;

@Timeout(180)
class CodeCamerasTest {
  /** A code in the middle of a grey table. */
  private static Picture showing(String text) throws Exception {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
    byte[] pixels = new byte[1280 * 720 * 3];
    Arrays.fill(pixels, (byte) 200);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        int at = ((y + 200) * 1280 + x + 400) * 3;
        Arrays.fill(pixels, at, at + 3, code.get(x, y) ? (byte) 20 : (byte) 240);
      }
    }
    return new Picture(1280, 720, pixels);
  }

  @Test
  void aCodeBeforeTheCameraIsAScan() throws Exception {
    PictureCamera pictures = new PictureCamera("table", "Camera", 25);
    pictures.show(List.of(showing("H48.025.16-261122-0003")));
    BlockingQueue<BarcodeEvent> events = new LinkedBlockingQueue<>();
    try (CameraCodeReader reader = new CameraCodeReader("table")) {
      reader.listen(events::add);
      CodeCameras cameras = new CodeCameras(pictures, reader);
      assertThat(cameras.list()).isEqualTo(pictures.list());
      try (Camera camera = cameras.open("table", 1280, 720)) {
        BarcodeEvent heard = null;
        while (heard == null) {
          assertThat(camera.frame(Duration.ofSeconds(60))).isPresent();
          heard = events.poll(10, TimeUnit.MILLISECONDS);
        }
        assertThat(heard)
            .isEqualTo(new BarcodeEvent.Scanned(reader.id(), "H48.025.16-261122-0003"));
      }
    }
  }
}
