package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.bench.made.Faces;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.bench.made.PageKind;
import vn.motcua.scanner.FaultException;

class SamplesTest {
  private static final MadePages PAGES = new MadePages(4, Faces.shipped());

  @TempDir Path folder;

  @Test
  void aFoldersPicturesComeByNameWithTheTextBesideThem() throws Exception {
    Path letter = PAGES.page(1, PageKind.LETTER).write(folder);
    Path stamped = PAGES.page(2, PageKind.STAMPED).write(folder);
    Path untold = PAGES.page(3, PageKind.PHOTOCOPY).write(folder);
    Files.delete(folder.resolve("p003.txt"));
    Files.writeString(folder.resolve("manifest.tsv"), "no page");

    Samples samples = Samples.of(folder);

    assertThat(samples.pictures()).containsExactly(letter, stamped, untold);
    assertThat(samples.all().stream().map(Sample::size))
        .containsExactly(Sample.Size.TEXT, Sample.Size.STAMPED, Sample.Size.OTHER);
    assertThat(samples.all().get(1).truth()).hasValue(PAGES.page(2, PageKind.STAMPED).text());
    assertThat(samples.all().get(2).scored()).isFalse();
  }

  @Test
  void aFolderWithoutPicturesIsAFault() {
    assertThatThrownBy(() -> Samples.of(folder))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("BENCH-NO-PAGES");
    assertThatThrownBy(() -> Samples.of(folder.resolve("none")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("BENCH-NO-PAGES");
  }

  @Test
  void theBundleKeepsTheJpegAndBytesOfPagesAddUp() throws Exception {
    Path letter = PAGES.page(1, PageKind.LETTER).write(folder);
    PAGES.page(2, PageKind.PHOTOCOPY).write(folder);
    Path pdf = folder.resolve("in.pdf");

    Bundle.write(Samples.of(folder), pdf);

    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
      COSName name = document.getPage(0).getResources().getXObjectNames().iterator().next();
      PDImageXObject image = (PDImageXObject) document.getPage(0).getResources().getXObject(name);
      assertThat(image.getCOSObject().createRawInputStream().readAllBytes())
          .isEqualTo(Files.readAllBytes(letter));
    }
    long[] bytes = PageBytes.of(pdf);
    assertThat(bytes[0]).isGreaterThan(Files.size(letter));
    assertThat(bytes[0] + bytes[1]).isBetween(Files.size(pdf) - 2, Files.size(pdf));
  }

  @Test
  void textIsPartedIntoAsManyPagesAsThereAre() {
    assertThat(PdfText.split("a\fb\f", 2)).isEqualTo(List.of("a", "b"));
    assertThat(PdfText.split("a\f\f", 2)).isEqualTo(List.of("a", ""));
    assertThat(PdfText.split("a", 3)).isEqualTo(List.of("a", "", ""));
  }
}
