package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.simulated.PictureCamera;

class CameraContractTest extends ScanDriverContract {
  private static final Picture SHEET = shot(0);
  private static final Picture BLURRED = shot(3);
  private static final Picture EMPTY = table();

  private final PictureCamera camera = new PictureCamera("desk", "Máy ảnh thử", 200);
  private CameraDriver driver = new CameraDriver(camera, Duration.ofSeconds(60));

  private static Picture shot(double motion) {
    SyntheticShot shot = new SyntheticShot();
    shot.width = 1000;
    shot.height = 750;
    shot.texture = new ShotSet(4).texture(PaperTexture.LETTER);
    shot.fill = 0.95;
    shot.turn = 0.03;
    shot.motion = motion;
    return shot.take().picture();
  }

  private static Picture table() {
    SyntheticShot shot = new SyntheticShot();
    shot.width = 500;
    shot.height = 375;
    shot.sheet = false;
    return shot.take().picture();
  }

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return new ScannerId("camera", "desk");
  }

  @Override
  protected Set<PaperSource> sources() {
    return Set.of(PaperSource.FLATBED);
  }

  @Override
  protected ScannerId absent() {
    return new ScannerId("camera", "elsewhere");
  }

  @Override
  protected int fillFeeder() {
    throw new AssertionError("it has no feeder");
  }

  @Override
  protected void fillGlass() {
    camera.show(List.of(SHEET));
  }

  @Override
  protected ScannerId emptied() {
    camera.show(List.of(EMPTY));
    driver = new CameraDriver(camera, Duration.ofSeconds(1)); // which an empty table takes whole
    return device();
  }

  private static ScanSettings settings() {
    return new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 300);
  }

  private ScanOutcome scan(CameraDriver with, ScanSettings settings, List<ScannedPage> pages) {
    return with.scan(device(), settings, pages::add, new Cancellation());
  }

  @Test
  void theSheetIsUprightAndHasItsDotsPerInch() {
    fillGlass();
    List<ScannedPage> pages = new ArrayList<>();
    assertThat(scan(driver, settings(), pages)).isEqualTo(new ScanOutcome.Completed(1));
    ScannedPage page = pages.getFirst();
    assertThat((double) page.height() / page.width()).isBetween(1.40, 1.43);
    assertThat(page.dpi()).isBetween(57, 64); // 712 pixels for 297 mm
  }

  @Test
  void theAreaNamesTheSizeOfTheSheet() {
    fillGlass();
    List<ScannedPage> pages = new ArrayList<>();
    scan(driver, settings().of(ScanArea.A5), pages);
    assertThat(pages.getFirst().dpi()).isBetween(81, 91);
    assertThat(scan(driver, settings().of(new ScanArea(20, 0, 50, 50)), pages))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("size"), 0));
  }

  @Test
  void qualityCounts() {
    fillGlass();
    List<ScannedPage> pages = new ArrayList<>();
    for (int quality : new int[] {92, 40}) {
      scan(
          driver,
          new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 300, ScanArea.WHOLE, quality),
          pages);
    }
    assertThat(pages.get(1).image().length).isLessThan(pages.get(0).image().length * 2 / 3);
  }

  @Test
  void aBlurredSheetIsNotKeptAndTheNextSharpOneIs() {
    camera.show(List.of(BLURRED));
    CameraDriver patient = new CameraDriver(camera, Duration.ofSeconds(3));
    List<ScannedPage> pages = new ArrayList<>();
    assertThat(scan(patient, settings(), pages))
        .isEqualTo(new ScanOutcome.Stopped(new CameraFault.Unsteady(), 0));
    assertThat(pages).isEmpty();
    camera.show(List.of(BLURRED, BLURRED, SHEET, SHEET, SHEET));
    assertThat(scan(driver, settings(), pages)).isEqualTo(new ScanOutcome.Completed(1));
  }

  @Test
  void aCameraThatIsPulledOutIsNamed() {
    fillGlass();
    ScanOutcome outcome =
        driver.scan(
            device(),
            settings(),
            new PageReceiver() {
              @Override
              public void accept(ScannedPage page) {}

              @Override
              public void event(ScanEvent event) {
                camera.unplug();
              }
            },
            new Cancellation());
    assertThat(outcome).isEqualTo(new ScanOutcome.Stopped(new CameraFault.Gone(), 0));
    assertThat(driver.discover()).isEmpty();
    camera.plug();
    assertThat(scan(driver, settings(), new ArrayList<>())).isEqualTo(new ScanOutcome.Completed(1));
  }
}
