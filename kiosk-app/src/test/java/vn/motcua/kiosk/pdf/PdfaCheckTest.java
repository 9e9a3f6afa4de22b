package vn.motcua.kiosk.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfaCheckTest {
  @TempDir Path folder;

  @Test
  void aPlainPdfClaimsNothing() throws IOException {
    Path file = folder.resolve("plain.pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.save(file.toFile());
    }
    PdfaVerdict verdict = PdfaCheck.check(file);
    assertThat(verdict.conforms()).isFalse();
    assertThat(verdict.isPdfA2b()).isFalse();
  }

  @Test
  void aPdfThatClaimsAndBreaksItsClaimIsSeenThrough() throws Exception {
    Path file = folder.resolve("claims.pdf");
    DocumentInfo info =
        new DocumentInfo("Thử\u0000 \uD800 <&>", "", "vi", Instant.parse("2026-11-20T05:00:00Z"));
    try (ArchiveDocument document = new ArchiveDocument(info, folder)) {
      PageContent content = new PageContent();
      content.text(document.font(FontFace.BOLD), 12, 50, 50, "Ặ ff fi");
      document.addPage(PDRectangle.A5, PDRectangle.A5, content);
      document.save(file);
    }
    assertThat(PdfaCheck.check(file)).isEqualTo(new PdfaVerdict(true, "2b", java.util.List.of()));
    assertThat(Tool.pdfToText(file)).contains("Ặ ff fi");

    Path broken = folder.resolve("broken.pdf");
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      try (PDPageContentStream text =
          new PDPageContentStream(
              pdf, pdf.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
        text.beginText();
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        text.showText("not embedded");
        text.endText();
      }
      pdf.save(broken.toFile());
    }
    PdfaVerdict verdict = PdfaCheck.check(broken);
    assertThat(verdict.flavour()).isEqualTo("2b");
    assertThat(verdict.isPdfA2b()).isFalse();
    assertThat(verdict.broken()).anyMatch(clause -> clause.startsWith("6.2.11.4.1"));
  }

  @Test
  void whatIsNoPdfDoesNotConform() throws IOException {
    Path file = folder.resolve("noise.pdf");
    Files.write(file, "%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.US_ASCII));
    assertThat(PdfaCheck.check(file).conforms()).isFalse();
    assertThatThrownBy(() -> PdfaCheck.check(folder.resolve("absent.pdf")))
        .isInstanceOf(IOException.class);
  }
}
