package vn.motcua.kiosk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.PdfaVerdict;
import vn.motcua.kiosk.pdf.Tool;

/** All seven forms, with everyday contents, with the longest and with none. */
class FormTemplatesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFormIsSoundWhateverIsFilledIn(FormKind kind) throws Exception {
    FormTemplate template = FormTemplates.own().inForce(kind, DAY);
    for (FormData data : List.of(FormSamples.extreme(), FormSamples.nothing())) {
      Path out = folder.resolve(kind + ".pdf");
      new FormWriter(NOON).write(template, data, out);

      assertEveryLetterIsWithinItsPage(out);
    }
    Path out = folder.resolve("checked.pdf");
    new FormWriter(NOON).write(template, FormSamples.extreme(), out);
    PdfaVerdict verdict = PdfaCheck.check(out);
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.isPdfA2b()).isTrue();
    Tool.Answer checked = Tool.run("qpdf", "--check", out.toString());
    assertThat(checked.exit()).as(checked.text()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfLongContentsIsLost(FormKind kind) throws Exception {
    FormTemplate template = FormTemplates.own().inForce(kind, DAY);
    Path out = folder.resolve("long.pdf");
    new FormWriter(NOON).write(template, FormSamples.extreme(), out);
    String text = text(out);
    boolean table = template.pieces().stream().anyMatch(piece -> piece instanceof Piece.Table);
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      PDFTextStripper pages = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        pages.setStartPage(page);
        pages.setEndPage(page);
        String own = squeezed(pages.getText(pdf));
        assertThat(own).contains("Trang" + page + "/" + pdf.getNumberOfPages());
        if (page > 1) {
          assertThat(own).contains("(tiếptheo)");
        }
      }
    }
    String applicant = squeezed(FormSamples.ENDLESS);
    if (kind != FormKind.CONTROL && kind != FormKind.REGISTER) {
      assertThat(squeezed(text)).contains(applicant);
    }
    if (template.pieces().toString().contains("{reason}")) {
      assertThat(squeezed(text).split("sổđịachính", -1)).hasSize(13);
    }
    if (table) {
      // Every row is there, and the head again on every page that goes on with the table.
      assertThat(text.lines().filter(line -> line.strip().matches("30( .*)?")).count())
          .isPositive();
      String head =
          kind == FormKind.REGISTER
              ? "Ký nhận"
              : kind == FormKind.CONTROL ? "Người giao" : "STT|TT";
      assertThat(text.split(head, -1).length).isGreaterThan(2);
    }
  }

  @Test
  void theRegisterIsA4LandscapeAndTheOthersA5() throws Exception {
    for (FormKind kind : FormKind.values()) {
      Path out = folder.resolve("size.pdf");
      new FormWriter(NOON)
          .write(FormTemplates.own().inForce(kind, DAY), FormSamples.everyday(), out);
      try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
        PDPage page = pdf.getPage(0);
        List<Long> size =
            List.of(
                Math.round(page.getMediaBox().getWidth() * 25.4 / 72),
                Math.round(page.getMediaBox().getHeight() * 25.4 / 72));
        assertThat(size)
            .isEqualTo(
                switch (kind) {
                  case REGISTER -> List.of(297L, 210L);
                  case CONTROL -> List.of(210L, 148L);
                  default -> List.of(148L, 210L);
                });
        assertThat(pdf.getNumberOfPages()).as(kind.number()).isEqualTo(1);
      }
    }
  }

  @Test
  void onlyTheReceiptTellsTheSecret() throws Exception {
    for (FormKind kind : FormKind.values()) {
      Path out = folder.resolve("secret.pdf");
      new FormWriter(NOON)
          .write(FormTemplates.own().inForce(kind, DAY), FormSamples.everyday(), out);
      assertThat(text(out).contains("7K3MPX")).isEqualTo(kind == FormKind.RECEIPT);
    }
  }

  @Test
  void aNewerTemplateCountsFromItsDayOnAndTheOlderOneStays() throws Exception {
    String json =
        """
        {"form": "02", "effective": "2027-01-01", "title": "Phiếu mới", "source": "thử",
         "page": {"width": 148, "height": 210, "side": 10, "top": 10, "foot": 15,
                  "scales": [1], "scaleOfMany": 0.9},
         "pieces": [{"piece": "words", "text": "Mẫu của năm 2027 cho {applicant}"}]}
        """;
    Files.writeString(folder.resolve("mau-02.json"), json);
    Files.writeString(folder.resolve("spoiled.json"), "{\"form\": \"02\", ");
    Files.writeString(folder.resolve("odd.json"), json.replace("148", "10"));
    FormTemplates templates = FormTemplates.with(folder);
    assertThat(templates.inForce(FormKind.SUPPLEMENT, DAY).version()).isEqualTo("2025-09-15");
    assertThat(templates.inForce(FormKind.SUPPLEMENT, LocalDate.of(2027, 1, 1)).version())
        .isEqualTo("2027-01-01");
    assertThat(templates.version(FormKind.SUPPLEMENT, "2025-09-15")).isPresent();
    assertThat(templates.version(FormKind.SUPPLEMENT, "2030-01-01")).isEmpty();
    Path out = folder.resolve("new.pdf");
    new FormWriter(NOON)
        .write(
            templates.version(FormKind.SUPPLEMENT, "2027-01-01").orElseThrow(),
            FormSamples.everyday(),
            out);
    assertThat(text(out)).contains("Mẫu của năm 2027 cho Đinh Thị Mai");
  }

  @Test
  void whatIsWrongInATemplateIsNamed() {
    assertThatThrownBy(() -> TemplateReader.read("{\"form\": \"9\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("form 9");
    assertThatThrownBy(() -> TemplateReader.read("[1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not JSON");
  }

  @Test
  void valuesAreFilledInAndWhatLacksAValueIsLeftOut() {
    Map<String, String> values = Map.of("a", "A $1 {b}");
    assertThat(Filling.fill("x {a}[, {b}][; {a}]", name -> values.getOrDefault(name, "")))
        .isEqualTo("x A $1 {b}; A $1 {b}");
    assertThat(Filling.isEmpty("{b} words", name -> "")).isTrue();
    assertThat(Filling.isEmpty("words", name -> "")).isFalse();
  }

  @Test
  void linesBreakWhereATypesetterWouldBreakThem() {
    assertThat(NonBreaking.bind("trong 05 ngày, thôn 4, ông Nam – TP. Huế, thứ Hai, 0255 000 0007"))
        .isEqualTo(
            "trong 05\u00A0ngày, thôn\u00A04, ông\u00A0Nam\u00A0– TP.\u00A0Huế, thứ\u00A0Hai,"
                + " 0255\u00A0000\u00A00007");
    assertThat(NonBreaking.bind("cảm ơn bà con thôn")).isEqualTo("cảm ơn bà con thôn");
  }

  private static String text(Path pdf) throws Exception {
    return Normalizer.normalize(Tool.pdfToText(pdf), Normalizer.Form.NFC);
  }

  private static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", "");
  }

  private static void assertEveryLetterIsWithinItsPage(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          float width = getCurrentPage().getMediaBox().getWidth();
          float height = getCurrentPage().getMediaBox().getHeight();
          assertThat(letter.getXDirAdj()).isBetween(11f, width - 11);
          assertThat(letter.getXDirAdj() + letter.getWidthDirAdj()).isBetween(11f, width - 11);
          assertThat(letter.getYDirAdj()).isBetween(11f, height - 11);
        }
      }.getText(document);
    }
  }
}
