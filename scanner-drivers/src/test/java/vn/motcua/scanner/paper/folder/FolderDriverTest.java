package vn.motcua.scanner.paper.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.file.FileFault;
import vn.motcua.scanner.paper.file.Tiffs;

@Timeout(120)
class FolderDriverTest {
  @TempDir private Path home;
  private Path folder = Path.of("/");
  private HotFolder hot = new HotFolder(folder);

  private record DiskFull() implements Fault {
    @Override
    public String code() {
      return "TEST-FULL";
    }
  }

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(home.resolve("hot"));
    hot = new HotFolder(folder);
  }

  private static ScanOutcome completed(int pages) {
    return new ScanOutcome.Completed(pages);
  }

  private static ScanOutcome stopped(Fault fault, int pages) {
    return new ScanOutcome.Stopped(fault, pages);
  }

  @Test
  void takesFilesInTheOrderOfPeopleByteForByteAndKeepsThem() throws Exception {
    byte[] one = HotFolder.page(1);
    byte[] two = HotFolder.page(2);
    byte[] ten = HotFolder.page(10);
    hot.put("scan10.jpg", ten);
    hot.put("scan2.JPG", two);
    hot.put("scan1.jpg", one);
    assertThat(hot.scan()).isEqualTo(completed(3));
    assertThat(hot.got).extracting(ScannedPage::image).containsExactly(one, two, ten);
    assertThat(hot.got).extracting(ScannedPage::number).containsExactly(1, 2, 3);
    assertThat(HotFolder.names(folder)).isEmpty();
    assertThat(HotFolder.names(hot.received()))
        .containsExactly("scan1.jpg", "scan10.jpg", "scan2.JPG");
    assertThat(hot.received().resolve("scan10.jpg")).hasBinaryContent(ten);
  }

  @Test
  void aNameThatIsTakenGetsANumberAndNothingIsReplaced() throws Exception {
    for (int i = 1; i <= 3; i++) {
      hot.put("scan.jpg", HotFolder.page(i));
      assertThat(hot.scan()).isEqualTo(completed(1));
    }
    assertThat(HotFolder.names(hot.received()))
        .containsExactly("scan (2).jpg", "scan (3).jpg", "scan.jpg");
    assertThat(hot.received().resolve("scan.jpg")).hasBinaryContent(HotFolder.page(1));
    assertThat(hot.received().resolve("scan (3).jpg")).hasBinaryContent(HotFolder.page(3));
  }

  @Test
  void aDuplicateIsPutAsideAndTheJobGoesOn() throws Exception {
    hot.put("a.jpg", HotFolder.page(1));
    hot.put("b.jpg", HotFolder.page(1));
    hot.put("c.jpg", HotFolder.page(2));
    assertThat(hot.scan()).isEqualTo(completed(2));
    assertThat(HotFolder.names(hot.duplicates())).containsExactly("b.jpg", "b.jpg.txt");
    assertThat(Files.readString(hot.duplicates().resolve("b.jpg.txt")))
        .contains("FOLDER-DUPLICATE")
        .contains("đã được nhận")
        .contains("received before");
    hot.put("later.jpg", HotFolder.page(2));
    assertThat(new HotFolder(folder).scan())
        .isEqualTo(stopped(new FolderFault.Duplicate("later.jpg"), 0));
  }

  @Test
  void whatStaysBrokenIsPutAsideWithASentenceAndToldAtTheEnd() throws Exception {
    byte[] half = Arrays.copyOf(HotFolder.page(1), 900);
    hot.put("half.jpg", half);
    hot.put("empty.pdf", new byte[0]);
    hot.put("whole.jpg", HotFolder.page(2));
    assertThat(hot.scan()).isEqualTo(stopped(new FileFault.Unreadable("empty.pdf"), 1));
    assertThat(hot.got).extracting(ScannedPage::image).containsExactly(HotFolder.page(2));
    assertThat(hot.events).contains(new ScanEvent.Waiting());
    assertThat(HotFolder.names(hot.unreadable()))
        .containsExactly("empty.pdf", "empty.pdf.txt", "half.jpg", "half.jpg.txt");
    assertThat(hot.unreadable().resolve("half.jpg")).hasBinaryContent(half);
    assertThat(Files.readString(hot.unreadable().resolve("half.jpg.txt")))
        .contains("FILE-UNREADABLE", "không đọc được", "cannot be read");
  }

  /** A copy over a slow line: not one byte is taken before the last has come. */
  @Test
  void aFileThatStillGrowsIsWaitedFor() throws Exception {
    hot = new HotFolder(folder, withGrowing(Duration.ofSeconds(60), Duration.ofSeconds(30)));
    byte[] page = HotFolder.page(1);
    Path file = hot.put("slow.jpg", Arrays.copyOf(page, 100));
    CountDownLatch waiting = new CountDownLatch(1);
    List<byte[]> got = new ArrayList<>();
    CompletableFuture<ScanOutcome> scan =
        CompletableFuture.supplyAsync(() ->
            hot.scan(
                new vn.motcua.scanner.paper.PageReceiver() {
                  @Override
                  public void accept(ScannedPage accepted) {
                    got.add(accepted.image());
                  }

                  @Override
                  public void event(ScanEvent event) {
                    waiting.countDown();
                  }
                },
                new Cancellation()));
    assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
    for (int at = 100; at < page.length; at += 400) {
      Files.write(
          file,
          Arrays.copyOfRange(page, at, Math.min(page.length, at + 400)),
          java.nio.file.StandardOpenOption.APPEND);
      assertThat(scan).isNotDone();
    }
    assertThat(scan.get(60, TimeUnit.SECONDS)).isEqualTo(completed(1));
    assertThat(got).containsExactly(page);
  }

  /** Whole, at rest, and somebody still holds it open to write. */
  @Test
  void aFileThatIsOpenForWritingIsNotTaken() throws Exception {
    assumeThat(Files.isDirectory(Path.of("/proc/self/fd"))).isTrue();
    hot = new HotFolder(folder, withGrowing(Duration.ofMillis(700), Duration.ofSeconds(30)));
    Path file = folder.resolve("open.jpg");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(HotFolder.page(1));
      out.flush();
      assertThat(hot.scan()).isEqualTo(stopped(new FolderFault.Growing("open.jpg"), 0));
    }
    assertThat(file).exists();
    assertThat(hot.scan()).isEqualTo(completed(1));
  }

  private static FolderTimes withGrowing(Duration growing, Duration broken) {
    return new FolderTimes(
        HotFolder.TIMES.stable(), broken, growing, HotFolder.TIMES.poll(), Duration.ofDays(90));
  }

  @Test
  void whatIsNoFileOfPagesStaysWhereItIs() throws Exception {
    List<String> others =
        List.of(
            "scan.jpg.part",
            "scan.pdf.tmp",
            "~scan.jpg",
            ".scan.jpg",
            "scan.jpg~",
            "Thumbs.db",
            "báo cáo.docx",
            "script.sh");
    for (String each : others) {
      hot.put(each, HotFolder.page(1));
    }
    hot.put("Thumbs.db", "no picture".getBytes(StandardCharsets.US_ASCII));
    hot.put("báo cáo.docx", "PK".getBytes(StandardCharsets.US_ASCII));
    hot.put("script.sh", "#!/bin/sh".getBytes(StandardCharsets.US_ASCII));
    hot.put("no-ending", HotFolder.page(2));
    assertThat(hot.scan()).isEqualTo(completed(1));
    assertThat(HotFolder.names(folder)).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void linksFoldersAndPipesDoNoHarm() throws Exception {
    Path secret = Files.write(home.resolve("secret.jpg"), HotFolder.page(7));
    Files.createSymbolicLink(folder.resolve("link.jpg"), secret);
    Files.createSymbolicLink(folder.resolve("dangling.jpg"), home.resolve("nowhere"));
    Files.createDirectory(folder.resolve("folder.jpg"));
    assumeThat(new ProcessBuilder("mkfifo", folder + "/pipe.jpg").start().waitFor()).isZero();
    assertThat(hot.scan()).isEqualTo(stopped(new ScanFault.FeederEmpty(), 0));
    hot.put("real.jpg", HotFolder.page(1));
    assertThat(hot.scan()).isEqualTo(completed(1));
    assertThat(secret).exists();
    assertThat(folder.resolve("link.jpg")).isSymbolicLink();
    assertThat(hot.got).hasSize(1);
  }

  @Test
  void ourOwnPlacesAreNoLinksToElsewhere() throws Exception {
    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve(".mot-cua"), elsewhere);
    Path file = hot.put("a.jpg", HotFolder.page(1));
    assertThat(hot.scan()).isEqualTo(stopped(new ScanFault.Refused(), 0));
    Files.delete(folder.resolve(".mot-cua"));
    Files.createSymbolicLink(folder.resolve("da-nhan"), elsewhere);
    assertThat(hot.scan()).isEqualTo(stopped(new ScanFault.Refused(), 0));
    assertThat(file).exists();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void oddNamesAreJustNames() throws Exception {
    List<String> odd =
        List.of(
            "Đơn đề nghị – bản sao (1).jpg",
            "a;rm -rf $HOME.jpg",
            "new\nline.jpg",
            "-rf.jpg",
            "x".repeat(250) + ".jpg",
            "CON.jpg",
            "dấu 'nháy\".jpg");
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < odd.size(); i++) {
        hot.put(odd.get(i), HotFolder.page(100 * round + i));
      }
      assertThat(hot.scan()).isEqualTo(completed(odd.size()));
    }
    assertThat(HotFolder.names(hot.received())).hasSize(2 * odd.size()).containsAll(odd);
    assertThat(HotFolder.names(folder)).isEmpty();
  }

  /** Names in Latin-1 from an old copier; and a broken one needs a sentence beside it. */
  @Test
  void namesThatAreNoTextAreTakenToo() throws Exception {
    hot.put("a.jpg", HotFolder.page(1));
    hot.put("b.jpg", new byte[10]);
    String script =
        "cd \"$1\" && mv a.jpg \"$(printf 'm\\351.jpg')\" && mv b.jpg \"$(printf 'n\\351.jpg')\"";
    assumeThat(new ProcessBuilder("sh", "-c", script, "sh", folder.toString()).start().waitFor())
        .isZero();
    assertThat(hot.scan())
        .isInstanceOfSatisfying(
            ScanOutcome.Stopped.class,
            end -> {
              assertThat(end.fault()).isInstanceOf(FileFault.Unreadable.class);
              assertThat(end.pages()).isEqualTo(1);
            });
    assertThat(HotFolder.names(hot.unreadable())).hasSize(2);
    assertThat(HotFolder.names(hot.received())).hasSize(1);
  }

  @Test
  void afterAFaultOfTheReceiverTheFileIsBackAndComesAgainWhole() throws Exception {
    hot.put("bundle.tif", Tiffs.many(3, "LZW"));
    ScanOutcome outcome =
        hot.scan(
            page -> {
              if (page.number() == 3) {
                throw new FaultException(new DiskFull());
              }
            },
            new Cancellation());
    assertThat(outcome).isEqualTo(stopped(new DiskFull(), 2));
    assertThat(HotFolder.names(folder)).containsExactly("bundle.tif");
    assertThat(hot.scan()).isEqualTo(completed(3));
    assertThat(HotFolder.names(hot.received())).containsExactly("bundle.tif");
  }

  @Test
  void cancelledInsideAFileTheFileIsBack() throws Exception {
    hot.put("bundle.tif", Tiffs.many(3, "LZW"));
    Cancellation cancellation = new Cancellation();
    assertThat(hot.scan(page -> cancellation.cancel(), cancellation))
        .isEqualTo(new ScanOutcome.Cancelled(1));
    assertThat(HotFolder.names(folder)).containsExactly("bundle.tif");
    assertThat(HotFolder.names(hot.mine().resolve("taken"))).isEmpty();
  }

  @Test
  void cancelledWhileItWaitsItEndsAtOnce() throws Exception {
    hot = new HotFolder(folder, withGrowing(Duration.ofSeconds(100), Duration.ofSeconds(100)));
    hot.put("half.jpg", new byte[10]);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<ScanOutcome> scan =
        CompletableFuture.supplyAsync(() -> hot.scan(hot, cancellation));
    while (hot.events.isEmpty()) {
      Thread.onSpinWait();
    }
    cancellation.cancel();
    assertThat(scan.get(60, TimeUnit.SECONDS)).isEqualTo(new ScanOutcome.Cancelled(0));
    assertThat(folder.resolve("half.jpg")).exists();
  }

  /** What a killed job had in hand, at each step, comes again or was finished. */
  @Test
  void whatADeadJobLeftBehindIsClearedUp() throws Exception {
    byte[] unhashed = HotFolder.page(1);
    byte[] claimed = HotFolder.page(2);
    byte[] finished = HotFolder.page(3);
    hot.put("f.jpg", finished);
    assertThat(hot.scan()).isEqualTo(completed(1));
    String hash = Hashes.of(hot.received().resolve("f.jpg"), new Cancellation());
    Path dead = Files.createDirectories(hot.mine().resolve("taken").resolve("dead"));
    Files.write(dead.resolve("owner"), new byte[0]);
    Files.write(Files.createDirectory(dead.resolve("t1")).resolve("a.jpg"), unhashed);
    Files.write(Files.createDirectory(dead.resolve("0".repeat(64))).resolve("b.jpg"), claimed);
    Files.move(
        hot.received().resolve("f.jpg"),
        Files.createDirectory(dead.resolve(hash)).resolve("f.jpg"));
    hot.got.clear();
    hot.put("a.jpg", HotFolder.page(4));
    assertThat(hot.scan()).isEqualTo(completed(3));
    assertThat(HotFolder.names(hot.received()))
        .containsExactly("a (2).jpg", "a.jpg", "b.jpg", "f.jpg");
    assertThat(hot.got)
        .extracting(ScannedPage::image)
        .contains(unhashed, claimed)
        .doesNotContain(finished);
    assertThat(dead).doesNotExist();
  }

  @Test
  void aJobThatLivesIsLeftAlone() throws Exception {
    hot.put("mine.jpg", HotFolder.page(1));
    HotFolder other = new HotFolder(folder);
    ScanOutcome outcome =
        hot.scan(
            page -> assertThat(other.scan()).isEqualTo(stopped(new ScanFault.FeederEmpty(), 0)),
            new Cancellation());
    assertThat(outcome).isEqualTo(completed(1));
    assertThat(other.got).isEmpty();
  }

  @Test
  void twoJobsAtOneFolderShareItsFiles() throws Exception {
    for (int i = 0; i < 30; i++) {
      hot.put("scan" + i + ".jpg", HotFolder.page(i));
    }
    HotFolder other = new HotFolder(folder);
    CompletableFuture<ScanOutcome> second = CompletableFuture.supplyAsync(other::scan);
    ScanOutcome first = hot.scan();
    assertThat(first.pages() + second.get(60, TimeUnit.SECONDS).pages()).isEqualTo(30);
    List<ScannedPage> all = new ArrayList<>(hot.got);
    all.addAll(other.got);
    assertThat(all).extracting(page -> Arrays.hashCode(page.image())).doesNotHaveDuplicates();
    assertThat(HotFolder.names(hot.received())).hasSize(30);
  }

  @Test
  void discoversItsFoldersWithTheirState() throws Exception {
    Path gone = home.resolve("gone");
    FolderDriver driver = new FolderDriver(FolderConfig.of(List.of(folder, gone)));
    assertThat(driver.discover())
        .extracting(Scanner::id, Scanner::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(FolderDriver.id(folder), DeviceState.READY),
            org.assertj.core.groups.Tuple.tuple(FolderDriver.id(gone), DeviceState.OFFLINE));
    assertThat(new FolderDriver().discover()).isEmpty();
    assertThat(java.util.ServiceLoader.load(vn.motcua.scanner.paper.ScanDriver.class))
        .anyMatch(each -> each instanceof FolderDriver);
  }

  @Test
  void neitherARootNorAHomeNorARelativePathIsAHotFolder() {
    for (String each : List.of("/", System.getProperty("user.home"))) {
      assertThat(scan(each)).isEqualTo(stopped(new ScanFault.Refused(), 0));
    }
    for (String each : List.of("relative", "", "bad\0name", "C:\\scans\\x")) {
      assertThat(scan(each)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  private ScanOutcome scan(String address) {
    return hot.driver.scan(
        new ScannerId("folder", address), ScanSettings.ARCHIVE, hot, new Cancellation());
  }

  @Test
  void onlyTheFeederIsThere() throws Exception {
    for (PaperSource each : List.of(PaperSource.FLATBED, PaperSource.FEEDER_DUPLEX)) {
      assertThat(
              hot.driver.scan(
                  FolderDriver.id(folder),
                  ScanSettings.ARCHIVE.from(each),
                  hot,
                  new Cancellation()))
          .isEqualTo(stopped(new ScanFault.UnsupportedSetting("source"), 0));
    }
  }

  @Test
  void aShareThatGoesAwayInMidJobIsOffline() throws Exception {
    hot.put("a.jpg", HotFolder.page(1));
    hot.put("b.jpg", HotFolder.page(2));
    Path away = home.resolve("away");
    ScanOutcome outcome =
        hot.scan(
            page -> {
              try {
                Files.move(folder, away);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            },
            new Cancellation());
    assertThat(outcome).isEqualTo(stopped(new ScanFault.Offline(), 1));
    Files.move(away, folder);
    assertThat(hot.scan()).isEqualTo(completed(2));
    assertThat(hot.everywhere()).hasSize(2);
  }
}
