package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

/** A hot folder for tests: quick, with a fixed day, and its pages kept. */
final class HotFolder implements PageReceiver {
  static final String DAY = "2026-11-25";

  final Path folder;
  final FolderDriver driver;
  final List<ScannedPage> got = new ArrayList<>();
  final List<ScanEvent> events = new CopyOnWriteArrayList<>();

  HotFolder(Path folder) {
    this(folder, TIMES);
  }

  HotFolder(Path folder, FolderTimes times) {
    this.folder = folder;
    this.driver = new FolderDriver(new FolderConfig(List.of(folder), times, CLOCK));
  }

  private static final Clock CLOCK = Clock.fixed(Instant.parse(DAY + "T03:00:00Z"), ZoneOffset.UTC);

  static final FolderTimes TIMES =
      new FolderTimes(
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofSeconds(60),
          Duration.ofMillis(10),
          Duration.ofDays(90));

  static FolderConfig quick(Path folder) {
    return new FolderConfig(List.of(folder), TIMES, CLOCK);
  }

  @Override
  public void accept(ScannedPage page) {
    got.add(page);
  }

  @Override
  public void event(ScanEvent event) {
    events.add(event);
  }

  ScanOutcome scan() {
    return scan(this, new Cancellation());
  }

  ScanOutcome scan(PageReceiver pages, Cancellation cancellation) {
    return driver.scan(FolderDriver.id(folder), ScanSettings.ARCHIVE, pages, cancellation);
  }

  /** A small page that differs from all others by its number. */
  static byte[] page(int number) {
    return TestPages.jpeg(TestPages.page(number, 105, 148));
  }

  Path put(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  Path received() {
    return folder.resolve("da-nhan").resolve(DAY);
  }

  Path unreadable() {
    return folder.resolve("khong-doc-duoc");
  }

  Path duplicates() {
    return folder.resolve("trung-lap");
  }

  Path mine() {
    return folder.resolve(".mot-cua");
  }

  /** Names of the files in a folder, sorted; none if it is not there. */
  static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Every file of pages below the folder, wherever it is. */
  List<Path> everywhere() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> each.toString().matches(".*\\.(jpg|png|tif|pdf)"))
          .toList();
    }
  }
}
