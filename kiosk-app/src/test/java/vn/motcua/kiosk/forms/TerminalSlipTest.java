package vn.motcua.kiosk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.SlipText.Kind;
import vn.motcua.kiosk.dossier.SlipText.Line;

/** Slips of the terminal on receipt paper. */
class TerminalSlipTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final String CODE = "H48.025.16-261120-0042";

  @TempDir Path folder;

  @Test
  void aSlipIsAsWideAsItsPaperSaysEverythingAndItsCodeDecodes() throws Exception {
    SlipText slip =
        new SlipText(
            "Phiếu xem hồ sơ",
            "vi",
            List.of(
                new Line(Kind.CENTRE, "Trung tâm Phục vụ hành chính công Xã Suối Vàng"),
                new Line(Kind.TITLE, "Phiếu xem hồ sơ"),
                new Line(Kind.BAR_CODE, CODE),
                new Line(Kind.BODY, "Cấp bản sao trích lục hộ tịch cho người ở xa quê lâu năm"),
                new Line(Kind.ANSWER, "Hôm nay chưa xong. Mời ông/bà quay lại thứ Năm, 26/11."),
                new Line(Kind.SMALL, "Tính đến 08:42.")));
    Path out = folder.resolve("slip.pdf");
    new TerminalSlip(NOON).write(slip, out);
    Path same = folder.resolve("same.pdf");
    new TerminalSlip(NOON).write(slip, same);
    assertThat(same).hasSameBinaryContentAs(out);
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(226.8f, within(0.1f));
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      slip.lines().forEach(line -> assertThat(text).contains(line.text()));
      assertThat(decoded(pdf, BarcodeFormat.CODE_128)).isEqualTo(CODE);
    }
  }

  @Test
  void aSquareCodeDecodesAsItComesFromTheSlipPrinter() throws Exception {
    String draft = "MCD|" + "7".repeat(24);
    Path out = folder.resolve("draft.pdf");
    new TerminalSlip(NOON)
        .write(
            new SlipText(
                "Phiếu chuẩn bị",
                "vi",
                List.of(new Line(Kind.QR_CODE, draft), new Line(Kind.BODY, "Đưa mã này ở quầy"))),
            out);
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(decoded(pdf, BarcodeFormat.QR_CODE)).isEqualTo(draft);
      assertThat(new PDFTextStripper().getText(pdf)).contains("Đưa mã này").doesNotContain(draft);
    }
  }

  private static String decoded(PDDocument pdf, BarcodeFormat format) throws Exception {
    BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, 203);
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  @Test
  void aQueueNumberFillsTheWidthAndALongOneStillFits() throws Exception {
    for (String label : List.of("A012", "C9999", "Một nhãn rất dài không ai đọc hết")) {
      Path out = folder.resolve("number.pdf");
      new TerminalSlip(NOON)
          .write(new SlipText("Số", "vi", List.of(new Line(Kind.HUGE, label))), out);
      try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
        assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ").strip())
            .isEqualTo(label);
      }
    }
  }
}
