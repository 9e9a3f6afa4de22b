package vn.motcua.kiosk.paper.sign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.FontFace;
import vn.motcua.kiosk.pdf.PageContent;

/** Documents to be signed. */
final class TestPdfs {
  private TestPdfs() {}

  /** A PDF/A-2b of two pages. */
  static Path plain(Path file) throws Exception {
    try (ArchiveDocument document =
        new ArchiveDocument(
            new DocumentInfo("Đơn thử", "", "vi", Instant.parse("2026-11-25T00:00:00Z")),
            file.getParent())) {
      for (int page = 1; page <= 2; page++) {
        PageContent content = new PageContent();
        content.text(
            document.font(FontFace.REGULAR),
            14,
            72,
            700,
            "Phí phải nộp: 100.000 đồng, trang " + page);
        document.addPage(PDRectangle.A4, PDRectangle.A4, content);
      }
      document.save(file);
    }
    return file;
  }

  static PdfSigner signer(TestAuthority authority) {
    return new PdfSigner(authority.trust(), Optional.of(authority.timestamps()), Clock.systemUTC());
  }

  static SignRequest request(Path in, Path out, Level level) {
    return new SignRequest(
        in,
        out,
        level,
        new Look.Copy(CopyKind.SAO_Y, "UBND phường Thử Nghiệm"),
        "",
        SignerCheck.Exceptions.NONE);
  }

  static PdfVerdict verify(Path file, TestAuthority authority) {
    return new PdfVerifier(authority.trust(), true, Clock.systemUTC()).verify(file);
  }
}
