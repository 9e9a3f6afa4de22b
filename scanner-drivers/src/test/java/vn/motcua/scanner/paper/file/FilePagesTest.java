package vn.motcua.scanner.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

class FilePagesTest {
  private static final BufferedImage PAGE = TestPages.page(1, 421, 595);

  @TempDir private Path home;
  private final List<ScannedPage> got = new ArrayList<>();

  private int read(String name, byte[] bytes) throws Exception {
    Path file = Files.write(home.resolve(name), bytes);
    int pages = FilePages.read(file, 150, 7, got::add, new Cancellation());
    assertThat(file).hasBinaryContent(bytes);
    return pages;
  }

  @Test
  void whatAFileIsItsBytesSayAndNotItsName() throws Exception {
    byte[] jpeg = TestPages.jpeg(PAGE);
    byte[] png = TestPages.png(PAGE);
    assertThat(read("a.pdf", jpeg)).isOne();
    assertThat(read("b.jpg", png)).isOne();
    assertThat(read("c.png", Tiffs.many(2, "LZW"))).isEqualTo(2);
    assertThat(read("d", Pdfs.of(List.of(Pdfs.jpeg(jpeg))))).isOne();
    assertThat(got).extracting(ScannedPage::number).containsExactly(7, 7, 7, 8, 7);
    assertThat(got.get(0).image()).isEqualTo(jpeg);
    assertThat(got.get(1).image()).isEqualTo(png);
    assertThat(got.get(4).image()).isEqualTo(jpeg);
    assertThat(got.get(1).dpi()).isEqualTo(150);
  }

  @Test
  void whatIsNoPictureIsNamed() {
    assertThatThrownBy(() -> read("x.jpg", "hello".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new FileFault.Unreadable("x.jpg")));
  }

  @Test
  void aLinkOrAFolderIsNotRead() throws Exception {
    Path file = Files.write(home.resolve("real.jpg"), TestPages.jpeg(PAGE));
    Path link = Files.createSymbolicLink(home.resolve("link.jpg"), file);
    for (Path each : List.of(link, home, home.resolve("missing"))) {
      assertThatThrownBy(() -> FilePages.read(each, 300, 1, got::add, new Cancellation()))
          .isInstanceOf(IOException.class);
    }
    assertThat(got).isEmpty();
  }

  @Test
  void cancelledItStopsBehindThePage() throws Exception {
    Path file = Files.write(home.resolve("a.tif"), Tiffs.many(3, "LZW"));
    Cancellation cancellation = new Cancellation();
    assertThat(FilePages.read(file, 300, 1, page -> cancellation.cancel(), cancellation)).isOne();
  }

  @Test
  void aDensityThatCannotBeTrueOfPaperIsNotBelieved() {
    assertThat(Density.of(OptionalInt.of(300), 2480, 3508, 200)).isEqualTo(300);
    assertThat(Density.of(OptionalInt.of(72), 4032, 3024, 200)).isEqualTo(200);
    assertThat(Density.of(OptionalInt.of(96), 794, 1123, 200)).isEqualTo(96);
    assertThat(Density.of(OptionalInt.empty(), 2480, 3508, 200)).isEqualTo(200);
    assertThat(Density.of(OptionalInt.of(2), 10, 10, 200)).isEqualTo(200);
    assertThat(Density.of(OptionalInt.of(65_535), 10, 10, 200)).isEqualTo(200);
  }
}
