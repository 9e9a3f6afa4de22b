package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.camera.CameraFault;
import vn.motcua.scanner.paper.camera.Doubt;
import vn.motcua.scanner.paper.camera.Picture;
import vn.motcua.scanner.paper.simulated.PictureCamera;

/** The camera's model without a window: this thread is the screen's. */
@Timeout(180)
class CameraModelTest {
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final PictureCamera camera = new PictureCamera("desk", "Máy ảnh thử", 20);
  private final List<ScannedPage> accepted = new ArrayList<>();
  private final CameraModel model =
      new CameraModel(camera, new Errands(new Background(screen::add)), accepted::add);

  private void await(BooleanSupplier met) throws InterruptedException {
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(120, TimeUnit.SECONDS);
      assertThat(next).as("something to do").isNotNull();
      next.run();
    }
  }

  @Test
  void nothingIsHandedOnBeforeItIsAccepted() throws Exception {
    camera.show(List.of(Picture.black(320, 240)));
    model.open("desk");
    await(() -> model.preview().get().isPresent());
    assertThat(model.doubts()).containsExactly(new Doubt.NoSheet());
    model.take();
    assertThat(model.taking().get()).isTrue();
    await(() -> model.proposed().get().isPresent());
    assertThat(accepted).isEmpty();
    model.again();
    model.accept();
    assertThat(accepted).isEmpty();
    model.take();
    await(() -> model.proposed().get().isPresent());
    model.accept();
    assertThat(accepted).hasSize(1);
    assertThat(model.proposed().get()).isEmpty();
    model.close();
  }

  @Test
  void aCameraThatIsGoneIsToldAndOpensAgain() throws Exception {
    camera.show(List.of(Picture.black(320, 240)));
    model.open("desk");
    await(() -> model.preview().get().isPresent());
    camera.unplug();
    await(() -> model.fault().get().isPresent());
    assertThat(model.fault().get()).contains(new CameraFault.Gone());
    assertThat(model.preview().get()).isEmpty();
    camera.plug();
    model.take();
    await(() -> model.preview().get().isPresent());
    assertThat(model.fault().get()).isEmpty();
    model.close();
    assertThat(model.preview().get()).isEqualTo(Optional.empty());
  }

  @Test
  void aPictureFileNeedsNoCamera(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("anh.png");
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    model.choose(file);
    await(() -> model.proposed().get().isPresent());
    model.accept();
    assertThat(accepted).hasSize(1);
    Path broken = folder.resolve("hong.jpg");
    Files.write(broken, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0});
    model.choose(broken);
    await(() -> model.fault().get().isPresent());
    assertThat(model.fault().get()).contains(new ScanFault.BadImage());
  }
}
