package vn.motcua.scanner.paper.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.paper.TestPages;
import vn.motcua.scanner.paper.file.Pdfs;
import vn.motcua.scanner.paper.file.Tiffs;

/** Whole bundles in a heap of 256 MB: one page in memory at a time. */
@Timeout(300)
class FolderHeapTest {
  private static final String HEAP = "-Xmx256m";

  @TempDir private Path home;

  private void scans(String name, byte[] bundle, int pages) throws Exception {
    Path folder = Files.createDirectory(home.resolve("hot"));
    Files.write(folder.resolve(name), bundle);
    Path log = home.resolve("log");
    Path accepted = home.resolve("accepted");
    Process child = FolderChild.start(folder, accepted, 0, log, HEAP);
    try {
      assertThat(child.waitFor(280, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    assertThat(Files.readString(log)).contains("Completed[pages=" + pages + "]");
    assertThat(FolderChild.accepted(accepted)).hasSize(pages);
  }

  @Test
  void aHundredPagesOfG4At600DotsPerInch() throws Exception {
    BufferedImage bits = Tiffs.bits(TestPages.page(1, 4960, 7016));
    scans("bundle.tif", Tiffs.g4(bits, 100), 100);
  }

  @Test
  void twoHundredPagesOfPdf() throws Exception {
    byte[] jpeg = TestPages.jpeg(TestPages.page(1, 2480, 3508));
    BufferedImage bits = Tiffs.bits(TestPages.page(1, 4960, 7016));
    scans("bundle.pdf", Pdfs.bundle(jpeg, 198, bits, 2), 200);
  }
}
