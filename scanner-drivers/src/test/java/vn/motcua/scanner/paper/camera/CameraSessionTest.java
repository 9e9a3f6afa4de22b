package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.simulated.PictureCamera;

@Timeout(90)
class CameraSessionTest {
  private static final Picture SHEET = shot(true);
  private static final Picture EMPTY = shot(false);

  private final PictureCamera camera = new PictureCamera("desk", "Máy ảnh thử", 30);
  private final BlockingQueue<Preview> previews = new LinkedBlockingQueue<>();
  private final BlockingQueue<Fault> faults = new LinkedBlockingQueue<>();
  private final CameraListener listener =
      new CameraListener() {
        @Override
        public void preview(Preview preview) {
          previews.add(preview);
        }

        @Override
        public void stopped(Fault fault) {
          faults.add(fault);
        }
      };

  private static Picture shot(boolean sheet) {
    SyntheticShot shot = new SyntheticShot();
    shot.width = 1000;
    shot.height = 750;
    shot.texture = new ShotSet(4).texture(PaperTexture.LETTER);
    shot.sheet = sheet;
    return shot.take().picture();
  }

  private CameraSession open(String name) {
    return CameraSession.open(camera, name, PageMaker.ARCHIVE, listener);
  }

  private Preview next() throws InterruptedException {
    Preview preview = previews.poll(60, TimeUnit.SECONDS);
    assertThat(preview).isNotNull();
    return preview;
  }

  private Fault fault() throws InterruptedException {
    Fault fault = faults.poll(60, TimeUnit.SECONDS);
    assertThat(fault).isNotNull();
    return fault;
  }

  @Test
  void showsTheSheetInThePreviewsOwnPixels() throws Exception {
    camera.show(List.of(SHEET));
    try (CameraSession session = open("desk")) {
      Preview preview = next();
      assertThat(preview.picture().width()).isEqualTo(500);
      Quad whole = SheetFinder.find(SHEET).orElseThrow().corners();
      assertThat(preview.sheet().orElseThrow().corners().farthest(whole.times(0.5)))
          .isLessThan(0.01);
      assertThat(preview.doubts()).isEmpty();
    }
  }

  @Test
  void saysThatThereIsNoSheet() throws Exception {
    camera.show(List.of(EMPTY));
    try (CameraSession session = open("desk")) {
      Preview preview = next();
      assertThat(preview.sheet()).isEmpty();
      assertThat(preview.doubts()).containsExactly(new Doubt.NoSheet());
    }
  }

  @Test
  void takesAPageAndGoesOnShowing() throws Exception {
    camera.show(List.of(SHEET));
    try (CameraSession session = open("desk")) {
      ProposedPage page = session.take().get(60, TimeUnit.SECONDS);
      PageImages.check(page.page().image());
      previews.clear();
      next();
    }
  }

  @Test
  void aCameraThatIsPulledOutEndsTheSessionByName() throws Exception {
    camera.show(List.of(SHEET));
    try (CameraSession session = open("desk")) {
      next();
      camera.unplug();
      assertThat(fault()).isEqualTo(new CameraFault.Gone());
      assertThatThrownBy(() -> session.take().get(60, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              ExecutionException.class,
              e -> assertThat(e.getCause()).isInstanceOf(FaultException.class));
    }
  }

  @Test
  void whatCannotBeOpenedIsTold() throws Exception {
    try (CameraSession session = open("elsewhere")) {
      assertThat(fault()).isEqualTo(new ScanFault.Offline());
    }
  }
}
