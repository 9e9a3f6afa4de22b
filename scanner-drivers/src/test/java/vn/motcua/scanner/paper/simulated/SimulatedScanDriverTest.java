package vn.motcua.scanner.paper.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;

class SimulatedScanDriverTest extends ScanDriverContract {
  private final SimulatedScanDriver driver = new SimulatedScanDriver();
  private final List<ScannedPage> pages = new ArrayList<>();

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return driver.device();
  }

  @Override
  protected ScannerId absent() {
    return new ScannerId("simulated", "elsewhere");
  }

  @Override
  protected int fillFeeder() {
    driver.load(pictures(4));
    return 4;
  }

  @Override
  protected void fillGlass() {
    driver.layOnGlass(picture(9));
  }

  @Override
  protected ScannerId emptied() {
    driver.unload();
    return driver.device();
  }

  private static byte[] picture(int number) {
    return TestPages.jpeg(TestPages.page(number, 200, 300));
  }

  private static List<byte[]> pictures(int count) {
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      pictures.add(picture(i));
    }
    return pictures;
  }

  private ScanOutcome feed() {
    return driver.scan(device(), ScanSettings.ARCHIVE, pages::add, new Cancellation());
  }

  @Test
  void aJamKeepsThePaperAndTheRestComesAfterClearing() {
    driver.load(pictures(5));
    driver.fail(new ScanFault.Jam(), 2);
    assertThat(feed()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.Jam(), 2));
    assertThat(driver.discover().getFirst().state()).isEqualTo(DeviceState.ATTENTION);
    assertThat(feed()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.Jam(), 0));
    driver.clear();
    assertThat(feed()).isEqualTo(new ScanOutcome.Completed(3));
    assertThat(pages).hasSize(5);
    for (int i = 0; i < 5; i++) {
      assertThat(pages.get(i).image()).isEqualTo(picture(i + 1));
    }
  }

  @Test
  void passingFaultsStrikeOnceAndThePageComesAgain() {
    driver.load(pictures(3));
    for (ScanFault fault :
        List.of(
            new ScanFault.DoubleFeed(), new ScanFault.LostMidPage(), new ScanFault.BadImage())) {
      driver.fail(fault, 0);
      assertThat(feed()).isEqualTo(new ScanOutcome.Stopped(fault, 0));
    }
    assertThat(feed()).isEqualTo(new ScanOutcome.Completed(3));
  }

  @Test
  void offlineIsNotDiscovered() {
    driver.load(pictures(1));
    driver.fail(new ScanFault.Offline(), 0);
    assertThat(driver.discover()).isEmpty();
    assertThat(feed()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.Offline(), 0));
    driver.clear();
    assertThat(driver.discover()).hasSize(1);
  }

  @Test
  void whatIsNotAPictureIsABadImage(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("page.jpg");
    Files.write(text, "Đây không phải là ảnh".getBytes(StandardCharsets.UTF_8));
    driver.loadFiles(List.of(text));
    assertThat(feed()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.BadImage(), 0));
  }

  @Test
  void blackAndWhiteIsOneBit() throws Exception {
    driver.layOnGlass(picture(1));
    driver.scan(
        device(),
        new ScanSettings(PaperSource.FLATBED, ColourMode.BLACK_WHITE, 200),
        pages::add,
        new Cancellation());
    assertThat(pages.getFirst().format()).isEqualTo(ImageFormat.PNG);
    BufferedImage image = TestPages.decode(pages.getFirst().image());
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    assertThat(image.getRGB(1, 1) & 0xff).isEqualTo(255);
  }

  @Test
  void greyStaysAsDarkAsItWas() throws Exception {
    BufferedImage dark = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        dark.getRaster().setSample(x, y, 0, 40);
      }
    }
    driver.layOnGlass(TestPages.png(dark));
    ScanSettings grey = new ScanSettings(PaperSource.FLATBED, ColourMode.GREY, 200);
    driver.scan(device(), grey, pages::add, new Cancellation());
    BufferedImage got = TestPages.decode(pages.getFirst().image());
    assertThat(got.getRaster().getSample(30, 30, 0)).isBetween(38, 42);
  }

  @Test
  void cancelDoesNotWaitForThePage() throws Exception {
    SimulatedScanDriver slow = new SimulatedScanDriver("slow", "slow", Duration.ofSeconds(50));
    slow.load(pictures(1));
    Cancellation cancellation = new Cancellation();
    CompletableFuture<ScanOutcome> job =
        CompletableFuture.supplyAsync(
            () -> slow.scan(slow.device(), ScanSettings.ARCHIVE, pages::add, cancellation));
    cancellation.cancel();
    assertThat(job.get(60, TimeUnit.SECONDS)).isEqualTo(new ScanOutcome.Cancelled(0));
  }
}
