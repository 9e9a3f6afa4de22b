package vn.motcua.kiosk.paper.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.forms.SeparatorSheet;
import vn.motcua.kiosk.forms.SeparatorSheets;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.kiosk.store.Resources;

/** Print, scan aslant with noise, recognise. */
@Timeout(180)
class PrintedSheetsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final ProcedureCatalogue CATALOGUE = Resources.procedures();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {200, 300})
  void whatIsPrintedIsRecognised(int dpi) throws Exception {
    List<SeparatorSheet> sheets =
        new ArrayList<>(SeparatorSheet.of(CATALOGUE.find("1.001193").orElseThrow()));
    sheets.add(SeparatorSheet.PLAIN);
    if (dpi == 300) {
      sheets.removeFirst();
      sheets.removeLast();
    }
    Path pdf = folder.resolve("sheets.pdf");
    new SeparatorSheets(NOON).write(sheets, false, pdf);
    for (int i = 0; i < sheets.size(); i++) {
      double skew = i % 2 == 0 ? 3 : 177; // and on its head
      try (GreyPix page = scanned(pdf, i + 1, dpi, skew)) {
        List<PageCode> found = new PageCodes().on(page, dpi);
        SeparatorCode code = sheets.get(i).code();
        assertThat(found).contains(new PageCode.Separator(code), new PageCode.Bars(Patch.T));
        code.barText()
            .ifPresent(text ->
                assertThat(found)
                    .contains(new PageCode.Separator(new SeparatorCode(code.paper(), ""))));
        SplitResult split =
            DocumentSplit.of(
                List.of(new SplitPage(1, found, false), new SplitPage(2, List.of(), false)),
                true,
                Set.of());
        assertThat(split.doubts()).isEmpty();
        assertThat(split.leftOut()).hasSize(1);
        assertThat(split.documents().getFirst().paper()).isEqualTo(code.paper());
        assertThat(split.documents().getFirst().title()).isEqualTo(code.title());
      }
    }
  }

  @Test
  void theSheetsAreArchivePdfThatPeopleCanRead() throws Exception {
    List<SeparatorSheet> sheets =
        List.of(
            SeparatorSheet.PLAIN,
            new SeparatorSheet(new SeparatorCode("X-1", "Giấy ủy quyền ".repeat(8)), "Ủy quyền"),
            new SeparatorSheet(
                new SeparatorCode("A".repeat(32), "W".repeat(120)),
                "Thủ tục " + "dài ".repeat(40)));
    Path pdf = folder.resolve("both.pdf");
    new SeparatorSheets(NOON).write(sheets, true, pdf);
    assertThat(PdfaCheck.check(pdf).isPdfA2b()).isTrue();
    String text = Tool.pdfToText(pdf).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("TỜ NGĂN CÁCH TÀI LIỆU")
        .contains("Tài liệu mới")
        .contains("Giấy ủy quyền")
        .contains("MCS-X-1");
    assertThat(Tool.run("pdfinfo", pdf.toString()).text()).contains("Pages:           6");
    Path same = folder.resolve("same.pdf");
    new SeparatorSheets(NOON).write(sheets, true, same);
    assertThat(same).hasSameBinaryContentAs(pdf);
  }

  @Test
  void everyPaperOfEveryProcedureHasASheet() throws Exception {
    List<SeparatorSheet> all = new ArrayList<>();
    CATALOGUE.all().forEach(procedure -> all.addAll(SeparatorSheet.of(procedure)));
    assertThat(all).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    assertThat(SeparatorSheet.of(CATALOGUE.find("1.001193").orElseThrow()))
        .extracting(sheet -> sheet.code().title())
        .containsExactly("Tờ khai đăng ký khai sinh", "Giấy chứng sinh"); // the third is only shown
    new SeparatorSheets(NOON).write(all, false, folder.resolve("all.pdf"));
  }

  private GreyPix scanned(Path pdf, int number, int dpi, double skew) throws Exception {
    Path base = folder.resolve("page-" + number);
    Tool.run(
        "pdftoppm",
        "-r",
        "" + dpi,
        "-gray",
        "-png",
        "-singlefile",
        "-f",
        "" + number,
        "-l",
        "" + number,
        pdf.toString(),
        base.toString());
    BufferedImage printed = ImageIO.read(folder.resolve("page-" + number + ".png").toFile());
    AffineTransform down = AffineTransform.getScaleInstance(25.4 / dpi, 25.4 / dpi);
    return DrawnPages.scanned(
        new DrawnPages.Scan(dpi, skew, 0, 0.7, 8, false),
        new Random(number),
        pen -> pen.drawRenderedImage(printed, down));
  }
}
