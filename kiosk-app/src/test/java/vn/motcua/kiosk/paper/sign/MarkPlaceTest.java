package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.Tool;

/** The mark of a signature stands near the top right corner, on paper and not on letters. */
class MarkPlaceTest {
  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_CRL);

  @TempDir Path folder;

  @FunctionalInterface
  private interface Draw {
    void on(PDDocument document, PDPageContentStream content) throws Exception;
  }

  private Path page(PDRectangle media, Draw draw) throws Exception {
    Path file = folder.resolve("in.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(media);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        draw.on(document, content);
      }
      Files.deleteIfExists(file);
      document.save(file.toFile());
    }
    return file;
  }

  private static void text(PDPageContentStream content, double x, double y, String words)
      throws Exception {
    content.beginText();
    content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 12);
    content.newLineAtOffset((float) x, (float) y);
    content.showText(words);
    content.endText();
  }

  private static void lines(PDPageContentStream content, double top, double bottom)
      throws Exception {
    for (double y = top; y > bottom; y -= 16) {
      text(
          content,
          50,
          y,
          "Kinh gui Uy ban nhan dan phuong, toi la nguoi lam don nay de xin cap lai "
              + "ban sao trich luc");
    }
  }

  /** The pixels of the page under the marks that were not white before they came. */
  private int covered(Path before, Path after) throws Exception {
    int count = 0;
    BufferedImage was = picture(before);
    for (PDRectangle each : seen(after)) {
      for (int y = (int) each.getLowerLeftY(); y < each.getUpperRightY(); y++) {
        for (int x = (int) each.getLowerLeftX(); x < each.getUpperRightX(); x++) {
          count += (was.getRGB(x, y) & 0xFF) < 200 ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static BufferedImage picture(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFRenderer(document).renderImage(0);
    }
  }

  /** The marks as people see them: points from the upper left of the page. */
  private static List<PDRectangle> seen(Path file) throws Exception {
    List<PDRectangle> all = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDPage page = document.getPage(0);
      PDRectangle crop = page.getCropBox();
      for (PDAnnotation each : page.getAnnotations()) {
        PDRectangle r = each.getRectangle();
        float left = r.getLowerLeftX() - crop.getLowerLeftX();
        float low = r.getLowerLeftY() - crop.getLowerLeftY();
        float right = crop.getWidth() - left - r.getWidth();
        float up = crop.getHeight() - low - r.getHeight();
        float w = r.getWidth();
        float h = r.getHeight();
        all.add(
            switch (page.getRotation()) {
              case 90 -> new PDRectangle(low, left, h, w);
              case 180 -> new PDRectangle(right, low, w, h);
              case 270 -> new PDRectangle(up, right, h, w);
              default -> new PDRectangle(left, up, w, h);
            });
      }
    }
    return all;
  }

  private Path signed(Path in, Look look, boolean overlaps) throws Exception {
    Path out = folder.resolve("out.pdf");
    Signed signed = kit.sign(in, out, Level.B_B, look);
    assertThat(signed.overlaps()).isEqualTo(overlaps);
    assertThat(kit.verify(out).outcome()).isEqualTo(SignatureOutcome.VALID);
    return out;
  }

  private PDRectangle only(Path in) throws Exception {
    Path out = signed(in, SignKit.COPY, false);
    assertThat(covered(in, out)).isZero();
    assertThat(seen(out)).hasSize(1);
    return seen(out).getFirst();
  }

  @Test
  void onEmptyPaperItStandsInTheCorner() throws Exception {
    PDRectangle at = only(page(PDRectangle.A4, (_, content) -> lines(content, 700, 60)));
    assertThat(at.getLowerLeftY()).isBetween(18f, 22f);
    assertThat(at.getUpperRightX()).isBetween(573f, 577f);
  }

  @Test
  void textUpToTheTopLeavesTheStripAboveIt() throws Exception {
    PDRectangle at = only(page(PDRectangle.A4, (_, content) -> lines(content, 786, 60)));
    assertThat(at.getUpperRightY()).isLessThan(50f);
    at = only(page(PDRectangle.A4, (_, content) -> lines(content, 800, 60)));
    assertThat(at.getUpperRightY()).isLessThan(36f);
  }

  @Test
  void aLetterheadIsNotCovered() throws Exception {
    PDRectangle at =
        only(
            page(
                PDRectangle.A4,
                (_, content) -> {
                  text(content, 60, 812, "UBND PHUONG THU NGHIEM");
                  text(content, 60, 796, "So: 12/UBND");
                  text(content, 300, 812, "CONG HOA XA HOI CHU NGHIA VIET NAM");
                  text(content, 350, 796, "Doc lap - Tu do - Hanh phuc");
                  lines(content, 700, 60);
                }));
    assertThat(at.getUpperRightX()).isGreaterThan(550f);
    assertThat(at.getUpperRightY()).isLessThan(150f);
  }

  @Test
  void turnedAndCroppedPagesAreSeenAsPeopleSeeThem() throws Exception {
    for (int turn : new int[] {0, 90, 180, 270}) {
      Path in =
          page(
              new PDRectangle(-100, -50, 700, 900),
              (_, content) -> {
                lines(content, 700, 60);
                for (int x = -90; x < 590; x += 30) { // noise outside of what is cropped
                  text(content, x, 840, "#");
                }
              });
      Path turned = folder.resolve("turned.pdf");
      try (PDDocument document = Loader.loadPDF(in.toFile())) {
        document.getPage(0).setRotation(turn);
        document.getPage(0).setCropBox(new PDRectangle(0, 20, 560, 800));
        document.save(turned.toFile());
      }
      PDRectangle at = only(turned);
      float wide = turn % 180 == 0 ? 560 : 800;
      float high = turn % 180 == 0 ? 800 : 560;
      assertThat(at.getLowerLeftX()).as("turn %s", turn).isGreaterThan(0f);
      assertThat(at.getUpperRightX()).isLessThan(wide);
      assertThat(at.getUpperRightX()).isGreaterThan(wide / 2);
      assertThat(at.getUpperRightY()).isLessThan(high / 3);
    }
  }

  @Test
  void onAFullPageItLiesOverInkAndSaysSo() throws Exception {
    Path full =
        page(
            PDRectangle.A4,
            (_, content) -> {
              for (int y = 0; y < 842; y += 9) {
                content.addRect(0, y, 595, 4);
              }
              content.fill();
            });
    Path out = signed(full, SignKit.COPY, true);
    assertThat(seen(out).getFirst().getUpperRightX()).isBetween(573f, 577f);
    assertThat(seen(out).getFirst().getLowerLeftY()).isBetween(18f, 22f);
    assertThat(Tool.pdfToText(out)).contains("Sao y");
  }

  @Test
  void scannedPaperIsGreyAndStillPaper() throws Exception {
    BufferedImage scan = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    java.util.Random grain = new java.util.Random(7);
    for (int y = 0; y < 1754; y++) {
      for (int x = 0; x < 1240; x++) {
        int paper = 226 - (1240 - x) / 60 + grain.nextInt(13);
        boolean letter = y > 150 && y % 34 < 9 && x > 120 && x < 1120 && x % 13 < 5;
        int v = letter ? 70 : paper;
        scan.setRGB(x, y, v << 16 | v << 8 | v - 12);
      }
    }
    Path in =
        page(
            PDRectangle.A4,
            (document, content) ->
                content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, 595, 842));
    PDRectangle at = only(in);
    assertThat(at.getUpperRightY()).isLessThan(72f);
  }

  @Test
  void severalInARowLieNeitherOverEachOtherNorOverText() throws Exception {
    for (double top : new double[] {700, 786}) {
      Path in = page(PDRectangle.A4, (_, content) -> lines(content, top, 300));
      Path out = Files.copy(in, folder.resolve("row" + top + ".pdf"));
      for (int i = 0; i < 4; i++) {
        assertThat(kit.sign(out, out, Level.B_B, new Look.Text("")).overlaps()).isFalse();
      }
      assertThat(covered(in, out)).isZero();
      apart(seen(out));
      assertThat(kit.verify(out).outcome()).isEqualTo(SignatureOutcome.VALID);
    }
  }

  private static void apart(List<PDRectangle> marks) {
    for (int i = 0; i < marks.size(); i++) {
      for (int j = 0; j < i; j++) {
        PDRectangle a = marks.get(i);
        PDRectangle b = marks.get(j);
        assertThat(
                a.getLowerLeftX() < b.getUpperRightX()
                    && b.getLowerLeftX() < a.getUpperRightX()
                    && a.getLowerLeftY() < b.getUpperRightY()
                    && b.getLowerLeftY() < a.getUpperRightY())
            .isFalse();
      }
    }
  }

  @Test
  void fourVisibleTrialsLeaveEachOtherWhole() throws Exception {
    Path in = page(PDRectangle.A4, (_, content) -> lines(content, 700, 60));
    Path out = Files.copy(in, folder.resolve("trials.pdf"));
    for (int i = 0; i < 4; i++) {
      SigningKey officer =
          new MemoryKey(kit.authority.issue("Cán bộ " + i, TestAuthority.Kind.SIGNER_CRL));
      Signed signed =
          SignKit.nobody().sign(SignKit.request(out, out, Level.B_B, new Look.Text("")), officer);
      assertThat(signed.signer().trial()).isTrue();
    }
    PdfVerdict verdict = SignKit.verify(out, TrustFolder.EMPTY);
    assertThat(SignKit.signatures(verdict))
        .hasSize(4)
        .allMatch(each -> each.outcome() == SignatureOutcome.UNTRUSTED, "whole, by strangers");
    assertThat(verdict.outcome()).isEqualTo(SignatureOutcome.UNTRUSTED);
    assertThat(Tool.run("pdfsig", "-nocert", out.toString()).text().split("Signature is Valid", -1))
        .hasSize(5);
    assertThat(Tool.pdfToText(out))
        .contains("không có giá trị pháp lý", "Cán bộ 3")
        .doesNotContain("giá trị\n");
    apart(seen(out));
  }

  @Test
  void aTrialDoesNotSpoilARealSignature() throws Exception {
    Path file = SignKit.plain(folder.resolve("in.pdf"));
    kit.sign(file, file, Level.B_B);
    byte[] before = Files.readAllBytes(file);
    SignerCheck.Exceptions trial = new SignerCheck.Exceptions(true, false);
    try (SignKit other = new SignKit("Nơi khác", "B", TestAuthority.Kind.SIGNER_CRL)) {
      Look text = new Look.Text("");
      assertThat(
              SignKit.faultOf(() ->
                  kit.signer()
                      .sign(new SignRequest(file, file, Level.B_B, text, "", trial), other.key)))
          .isEqualTo("SIGN-PDF-TRIAL");
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
      kit.signer()
          .sign(new SignRequest(file, file, Level.B_B, new Look.Invisible(), "", trial), other.key);
    }
    assertThat(kit.first(file).outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(kit.verify(file).outcome()).isEqualTo(SignatureOutcome.UNTRUSTED);
  }
}
