package vn.motcua.kiosk.bench.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadePagesTest {
  private static final MadePages PAGES = new MadePages(7, Faces.shipped());

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    MadePage page = PAGES.page(2, PageKind.LETTER);
    MadePage again = new MadePages(7, Faces.shipped()).page(2, PageKind.LETTER);
    MadePage other = new MadePages(8, Faces.shipped()).page(2, PageKind.LETTER);

    assertThat(again.bytes()).isEqualTo(page.bytes());
    assertThat(again.lines()).isEqualTo(page.lines());
    assertThat(again.words()).isEqualTo(page.words());
    assertThat(other.lines()).isNotEqualTo(page.lines());
  }

  @Test
  void theTextIsTheWordsThatWereDrawnInTheirOrder() {
    for (PageKind kind : new PageKind[] {PageKind.FORM, PageKind.TABLE, PageKind.COLUMNS}) {
      MadePage page = PAGES.page(1, kind);

      assertThat(page.words().stream().map(MadeWord::text).collect(Collectors.joining(" ")))
          .as("%s", kind)
          .isEqualTo(String.join(" ", page.lines()));
      assertThat(page.text())
          .satisfies(
              text -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue());
      assertThat(page.lines()).hasSizeGreaterThan(8);
    }
  }
}
