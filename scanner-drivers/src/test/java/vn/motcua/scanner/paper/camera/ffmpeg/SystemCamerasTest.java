package vn.motcua.scanner.paper.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.CameraFault;
import vn.motcua.scanner.paper.camera.CameraInfo;
import vn.motcua.scanner.paper.camera.Picture;

/**
 * No camera can be plugged into a test machine: the calls that a device gets are made to FFmpeg's
 * virtual input and to a file of JPEG frames, which take the same way through the libraries.
 */
@Timeout(180)
class SystemCamerasTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** FFmpeg's own test picture. */
  private static DeviceInput pattern() {
    return new DeviceInput("lavfi", "", Map.of(), List.of(), false);
  }

  @Test
  void whatIsListedHasANameAndALabel() {
    for (CameraInfo each : new SystemCameras().list()) {
      assertThat(each.name()).isNotBlank();
      assertThat(each.label()).isNotBlank();
      assertThat(each.simulated()).isFalse();
    }
  }

  @Test
  void theInputsOfThisSystemAreInTheLibraries() {
    // Listing an input that the libraries lack gives nothing too, so ask for a device.
    assertThatThrownBy(() -> new SystemCameras().open("/dev/no-such-camera", 1280, 720))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(new ScanFault.Offline());
              assertThat(e.getCause()).hasMessageNotContaining("no input");
            });
  }

  @Test
  void aFileThatIsNoCameraIsOffline(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("video9"), "none");
    assertThatThrownBy(() -> new SystemCameras().open(file.toString(), 640, 480))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new ScanFault.Offline()));
  }

  @Test
  void framesHaveTheirColoursInTheRightPlaces() throws Exception {
    SystemCameras cameras = new SystemCameras(pattern());
    try (Camera camera = cameras.open("color=c=0xC02040:s=322x214:r=30", 1, 1)) {
      Picture picture = camera.frame(PATIENCE).orElseThrow();
      assertThat(picture.width()).isEqualTo(322);
      assertThat(picture.height()).isEqualTo(214);
      for (int at : new int[] {0, (107 * 322 + 161) * 3, (322 * 214 - 1) * 3}) {
        assertThat(picture.bgr()[at] & 0xff).isBetween(0x3a, 0x46);
        assertThat(picture.bgr()[at + 1] & 0xff).isBetween(0x1a, 0x26);
        assertThat(picture.bgr()[at + 2] & 0xff).isBetween(0xba, 0xc6);
      }
    }
  }

  @Test
  void framesComeOneAfterTheOtherAndAStillBetweenThem() throws Exception {
    try (Camera camera = new SystemCameras(pattern()).open("testsrc=s=640x480:r=30", 1, 1)) {
      Picture first = camera.frame(PATIENCE).orElseThrow();
      for (int i = 0; i < 40; i++) {
        assertThat(camera.frame(PATIENCE)).isPresent();
      }
      Picture later = camera.frame(PATIENCE).orElseThrow();
      assertThat(later.bgr()).isNotEqualTo(first.bgr()); // it counts seconds
      assertThat(camera.still().width()).isEqualTo(640);
      assertThat(camera.frame(PATIENCE)).isPresent();
    }
  }

  private static byte[] jpeg(Color colour) throws Exception {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, 320, 240);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  @Test
  void jpegFramesAreDecodedAndTheEndIsACameraThatIsGone(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(jpeg(Color.GREEN));
    stream.write(jpeg(Color.WHITE));
    Path file = Files.write(folder.resolve("frames.mjpeg"), stream.toByteArray());
    DeviceInput frames = new DeviceInput("mjpeg", "", Map.of(), List.of(), false);
    try (Camera camera = new SystemCameras(frames).open(file.toString(), 1, 1)) {
      Picture green = camera.frame(PATIENCE).orElseThrow();
      assertThat(green.bgr()[1] & 0xff).isGreaterThan(245);
      assertThat(green.bgr()[2] & 0xff).isLessThan(10);
      assertThat(camera.frame(PATIENCE).orElseThrow().grey(160, 120)).isGreaterThan(250);
      assertThatThrownBy(() -> camera.frame(PATIENCE))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.fault()).isEqualTo(new CameraFault.Gone()));
    }
  }

  @Test
  void brokenFramesArePassedOver(@TempDir Path folder) throws Exception {
    byte[] broken = jpeg(Color.RED);
    Arrays.fill(broken, broken.length * 2 / 3, broken.length - 2, (byte) 0x55);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.write(broken);
    stream.write(jpeg(Color.WHITE));
    Path file = Files.write(folder.resolve("frames.mjpeg"), stream.toByteArray());
    DeviceInput frames = new DeviceInput("mjpeg", "", Map.of(), List.of(), false);
    try (Camera camera = new SystemCameras(frames).open(file.toString(), 1, 1)) {
      Optional<Picture> last = Optional.empty();
      for (int i = 0; i < 2 && (last.isEmpty() || last.get().grey(1, 1) < 250); i++) {
        last = camera.frame(PATIENCE);
      }
      assertThat(last.orElseThrow().grey(160, 120)).isGreaterThan(250);
    }
  }

  @Test
  void aClosedCameraIsGoneAndCanBeClosedAgain() throws Exception {
    Camera camera = new SystemCameras(pattern()).open("testsrc=s=64x48", 1, 1);
    camera.close();
    camera.close();
    assertThatThrownBy(() -> camera.frame(PATIENCE)).isInstanceOf(FaultException.class);
  }
}
