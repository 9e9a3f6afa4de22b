package vn.motcua.kiosk.bench.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.scanner.FaultException;

class MadePagesTest {
  private static final MadePages PAGES = new MadePages(7, Faces.shipped());

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    MadePage page = PAGES.page(2, PageKind.FORM);
    MadePage again = new MadePages(7, Faces.shipped()).page(2, PageKind.FORM);
    MadePage other = new MadePages(8, Faces.shipped()).page(2, PageKind.FORM);

    assertThat(again.bytes()).isEqualTo(page.bytes());
    assertThat(again.lines()).isEqualTo(page.lines());
    assertThat(again.words()).isEqualTo(page.words());
    assertThat(other.lines()).isNotEqualTo(page.lines());
  }

  @Test
  void theTextIsTheWordsThatWereDrawnInTheirOrder() {
    for (PageKind kind : List.of(PageKind.FORM, PageKind.TABLE, PageKind.COLUMNS)) {
      MadePage page = PAGES.page(1, kind);

      assertThat(page.words().stream().map(MadeWord::text).collect(Collectors.joining(" ")))
          .as("%s", kind)
          .isEqualTo(String.join(" ", page.lines()));
      assertThat(Normalizer.isNormalized(page.text(), Normalizer.Form.NFC)).isTrue();
      assertThat(page.lines()).hasSizeGreaterThan(8);
    }
  }

  /** A word's box has ink in it, and the strip of the same height in the left margin has none. */
  @Test
  void wordsStandWhereTheyAreSaidToStand() {
    Sheet sheet = new Sheet(100, 0);
    Family family = Faces.shipped().families().getFirst();
    Column column = new Column(sheet, 80, 500, 60, 700);
    column.paragraph("Giấy này được lập thành bốn bản giống nhau", family.regular(14), 20);
    Raster raster = sheet.raster();

    assertThat(sheet.words()).hasSize(9);
    for (MadeWord word : sheet.words()) {
      assertThat(ink(raster, word.left(), word.top(), word.right(), word.bottom()))
          .as(word.text())
          .isGreaterThan(20);
    }
    MadeWord first = sheet.words().getFirst();
    assertThat(ink(raster, 0, first.top(), first.left() - 1, first.bottom())).isZero();
    assertThat(first.left()).isEqualTo(100);
  }

  private static int ink(Raster raster, double left, double top, double right, double bottom) {
    int ink = 0;
    double scale = 100 / 72.0;
    for (int y = (int) (top * scale); y < bottom * scale; y++) {
      for (int x = (int) (left * scale); x < right * scale; x++) {
        if ((raster.pixels()[y * raster.width() + x] & 0xff) < 128) {
          ink++;
        }
      }
    }
    return ink;
  }

  @Test
  void everyKindIsAmongTheFirstTwelveAndDecodesAtItsResolution()
      throws IOException, FaultException {
    Set<PageKind> kinds = new HashSet<>();
    for (int i = 1; i <= 12; i++) {
      MadePage page = PAGES.page(i);
      if (!kinds.add(page.kind())) {
        continue;
      }
      Path file = page.write(folder);
      PageFile header = new PageSource(0).open(file, i).getFirst();
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.bytes()));

      assertThat(image.getWidth()).isEqualTo(header.width());
      if (page.kind() != PageKind.PHONE) {
        assertThat(header.xDpi()).isIn(200.0, 300.0);
        assertThat(header.width() / header.xDpi()).isBetween(8.25, 8.28); // A4
      }
      assertThat(image.getColorModel().getPixelSize() == 1)
          .isEqualTo(page.kind() == PageKind.PHOTOCOPY);
      assertThat(Files.readString(folder.resolve(String.format("p%03d.txt", i))))
          .isEqualTo(page.text());
      assertThat(page.lines().isEmpty()).isEqualTo(page.kind() == PageKind.BLANK);
    }
    assertThat(kinds).containsExactlyInAnyOrder(PageKind.values());
  }
}
