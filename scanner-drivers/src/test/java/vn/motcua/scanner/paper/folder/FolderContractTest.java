package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDriverContract;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;

/** A folder keeps what every scanner promises. */
class FolderContractTest extends ScanDriverContract {
  private static final AtomicInteger SHEETS = new AtomicInteger();

  @TempDir private Path home;
  private Path folder = Path.of("/");
  private FolderDriver driver = new FolderDriver();

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(home.resolve("quét"));
    driver = new FolderDriver(HotFolder.quick(folder));
  }

  @Override
  protected ScanDriver driver() {
    return driver;
  }

  @Override
  protected ScannerId device() {
    return FolderDriver.id(folder);
  }

  @Override
  protected Set<PaperSource> sources() {
    return Set.of(PaperSource.FEEDER);
  }

  @Override
  protected ScannerId absent() {
    return FolderDriver.id(home.resolve("elsewhere"));
  }

  /** Fresh sheets: what was received once is refused. */
  @Override
  protected int fillFeeder() throws IOException {
    empty();
    for (int i = 1; i <= 3; i++) {
      byte[] page = TestPages.jpeg(TestPages.page(SHEETS.incrementAndGet(), 210, 297));
      Files.write(folder.resolve("scan" + i + ".jpg"), page);
    }
    return 3;
  }

  @Override
  protected void fillGlass() {
    throw new AssertionError("a folder has no glass");
  }

  @Override
  protected ScannerId emptied() {
    return device();
  }

  private void empty() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jpg")) {
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
