package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.image.CameraCodeReader;
import vn.motcua.scanner.barcode.image.GrayPicture;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.CameraInfo;
import vn.motcua.scanner.paper.camera.CameraSource;
import vn.motcua.scanner.paper.camera.Picture;

/**
 * Cameras whose frames a barcode reader sees too: who holds a receipt or a card before the camera
 * that is open for paper has scanned its code.
 */
public final class CodeCameras implements CameraSource {
  private final CameraSource cameras;
  private final CameraCodeReader reader;

  /**
   * @param reader is given every frame that somebody looks at; who made it closes it
   */
  public CodeCameras(CameraSource cameras, CameraCodeReader reader) {
    this.cameras = cameras;
    this.reader = reader;
  }

  @Override
  public List<CameraInfo> list() {
    return cameras.list();
  }

  @Override
  public Camera open(String name, int width, int height) throws FaultException {
    Camera camera = cameras.open(name, width, height);
    return new Camera() {
      @Override
      public Optional<Picture> frame(Duration patience) throws FaultException {
        Optional<Picture> frame = camera.frame(patience);
        frame.ifPresent(seen -> reader.offer(green(seen)));
        return frame;
      }

      @Override
      public Picture still() throws FaultException {
        return camera.still();
      }

      @Override
      public void close() {
        camera.close();
      }
    };
  }

  private static GrayPicture green(Picture picture) {
    byte[] pixels = new byte[picture.width() * picture.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = picture.bgr()[3 * i + 1];
    }
    return new GrayPicture(picture.width(), picture.height(), pixels);
  }
}
