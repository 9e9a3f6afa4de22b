package vn.motcua.kiosk.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.FaultException;

class FormsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final String ENDLESS_NAME =
      "Hồ Thị Y Kr'Lăng Nguyễn Phương Thảo Quỳnh Anh Tuyết Nhung Hoàng Mai ".repeat(3).strip();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "H48.34-261120-0007, 1",
    "H48.34.05-261120-010007, 6",
    "000.00.14.H48-261120-0118, 3",
    "000.00.14.H48-261120-0118, 45",
    "H48.1234.5678.9012.3456.7890.12-261120-010007, 2"
  })
  void receiptStandsOnA5WithCodesThatDecode(String code, int papers) throws Exception {
    Receipt receipt = receipt(code, papers, "Lò Thị Ếch");
    Path out = folder.resolve("receipt.pdf");
    new ReceiptForm(NOON).write(receipt, out);

    assertSound(out);
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(419.5f, within(0.2f));
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isCloseTo(595.3f, within(0.2f));
      assertThat(pdf.getNumberOfPages()).isEqualTo(papers > 20 ? 3 : 1);
    }
    BufferedImage seen = rendered(out);
    assertThat(decoded(seen, BarcodeFormat.CODE_128)).isEqualTo(code);
    assertThat(decoded(seen, BarcodeFormat.QR_CODE)).isEqualTo(receipt.qrText());
    String text = oneLine(Tool.pdfToText(out));
    assertThat(text)
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ")
        .contains(code)
        .contains("Mã tra cứu: K7QF")
        .contains("Lò Thị Ếch")
        .contains("••••••••2345")
        .contains("ngày 20 tháng 11 năm 2026")
        .contains("15 giờ 30, thứ Sáu 27/11/2026")
        .contains("không tính thứ Bảy, Chủ nhật và ngày 24/11")
        .contains("Mang giấy này khi nhận kết quả")
        .contains("Giấy tờ thứ " + papers + " ");
    assertAllWithinThePage(out);
    assertLargest(out, "15 giờ 30, thứ Sáu 27/11/2026");
  }

  @Test
  void namesWithoutEndAreNeitherCutNorOverflowing() throws Exception {
    Receipt receipt = receipt("H48.34-261120-0007", 12, ENDLESS_NAME);
    Path out = folder.resolve("long.pdf");
    new ReceiptForm(NOON).write(receipt, out);
    assertSound(out);
    assertAllWithinThePage(out);
    assertThat(oneLine(Tool.pdfToText(out))).contains(ENDLESS_NAME);
  }

  @Test
  void aWordWithoutBlanksIsBrokenAndControlCharactersAreDropped() throws Exception {
    Receipt receipt = receipt("H48.34-261120-0007", 1, "A\u0000\u0007B\r\n" + "W".repeat(400));
    Path out = folder.resolve("wild.pdf");
    new ReceiptForm(NOON).write(receipt, out);
    assertSound(out);
    assertAllWithinThePage(out);
    assertThat(Tool.pdfToText(out).chars().filter(c -> c == 'W').count())
        .isGreaterThanOrEqualTo(800);
  }

  @Test
  void emptyFieldsAreLeftToThePen() throws Exception {
    Receipt full = receipt("H48.34-261120-0007", 1, "");
    Receipt bare =
        new Receipt(
            "",
            "",
            "",
            "",
            "",
            full.dossierCode(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            List.of(),
            0,
            0,
            "",
            full.receivedAt(),
            full.dueAt(),
            "",
            "",
            "",
            "",
            "",
            "");
    Path out = folder.resolve("bare.pdf");
    new ReceiptForm(NOON).write(bare, out);
    assertSound(out);
    assertThat(oneLine(Tool.pdfToText(out))).contains("Địa chỉ:").contains("NGƯỜI NỘP HỒ SƠ");
  }

  @Test
  void aCodeThatNoBarCanCarryIsPrintedOnly() throws Exception {
    Path out = folder.resolve("odd.pdf");
    new ReceiptForm(NOON).write(receipt("HỒ-SƠ-Ă", 1, "Lò Thị Ếch"), out);
    assertSound(out);
    assertThat(oneLine(Tool.pdfToText(out))).contains("HỒ-SƠ-Ă");
  }

  @Test
  void equalReceiptsGiveEqualBytes() throws Exception {
    Receipt receipt = receipt("H48.34-261120-0007", 3, "Lò Thị Ếch");
    new ReceiptForm(NOON).write(receipt, folder.resolve("1.pdf"));
    new ReceiptForm(NOON).write(receipt, folder.resolve("2.pdf"));
    assertThat(folder.resolve("2.pdf")).hasSameBinaryContentAs(folder.resolve("1.pdf"));
  }

  @Test
  void aFolderThatIsNoneIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() ->
            new ReceiptForm(NOON)
                .write(receipt("H48.34-261120-0007", 1, "A"), file.resolve("r.pdf")))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new PdfFault.NotWritable()));
  }

  private static Receipt receipt(String code, int papers, String applicant) {
    List<ReceiptPaper> list = new ArrayList<>();
    for (int i = 1; i <= papers; i++) {
      list.add(new ReceiptPaper("Giấy tờ thứ " + i + " theo danh mục", i % 3, 1));
    }
    return new Receipt(
        "UBND XÃ SUỐI VÀNG",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "Suối Vàng",
        "0007",
        "02/2026",
        code,
        "K7QF",
        "MC1|" + code + "|K7QF",
        applicant,
        "",
        "Thôn Nước Trong, xã Suối Vàng, tỉnh Quảng Ngãi",
        "0900 000 007",
        "••••••••2345",
        "Đăng ký khai sinh",
        list,
        1,
        papers * 2,
        "04 ngày làm việc",
        LocalDateTime.of(2026, 11, 20, 9, 5),
        LocalDateTime.of(2026, 11, 27, 15, 30),
        "4 ngày làm việc, không tính thứ Bảy, Chủ nhật và ngày 24/11",
        "Tại Trung tâm (bản giấy)",
        "Không thu phí",
        "Quầy 2",
        "Y Bhăm Niê",
        "0255 000 0007");
  }

  private BufferedImage rendered(Path pdf) throws Exception {
    Path png = folder.resolve("seen");
    Tool.Answer made =
        Tool.run("pdftoppm", "-r", "200", "-png", "-singlefile", "-f", "1", pdf + "", png + "");
    assertThat(made.exit()).as(made.text()).isZero();
    return ImageIO.read(folder.resolve("seen.png").toFile());
  }

  private static String decoded(BufferedImage image, BarcodeFormat format) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(light)),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  private static void assertSound(Path pdf) throws Exception {
    assertThat(PdfaCheck.check(pdf).broken()).isEmpty();
    assertThat(PdfaCheck.check(pdf).isPdfA2b()).isTrue();
    Tool.Answer checked = Tool.run("qpdf", "--check", pdf.toString());
    assertThat(checked.exit()).as(checked.text()).isZero();
  }

  private static String oneLine(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
  }

  /** Every letter stands at least 4 mm (a slip: 2 mm) within its sheet. */
  private static void assertAllWithinThePage(Path pdf) throws IOException {
    for (Letter letter : letters(pdf)) {
      double margin = letter.page.getWidth() < 300 ? 5.6 : 11;
      assertThat(letter.left).as(letter.text).isGreaterThanOrEqualTo(margin);
      assertThat(letter.right).as(letter.text).isLessThanOrEqualTo(letter.page.getWidth() - margin);
      assertThat(letter.y).as(letter.text).isBetween(margin, letter.page.getHeight() - margin);
    }
  }

  private static void assertLargest(Path pdf, String wanted) throws IOException {
    List<Letter> letters = letters(pdf);
    double largest = letters.stream().mapToDouble(Letter::size).max().orElseThrow();
    StringBuilder text = new StringBuilder();
    letters.stream().filter(l -> l.size > largest - 0.01).forEach(l -> text.append(l.text));
    assertThat(text.toString().replace(" ", "")).isEqualTo(wanted.replace(" ", ""));
  }

  private record Letter(
      String text, double left, double right, double y, double size, PDRectangle page) {}

  private static List<Letter> letters(Path pdf) throws IOException {
    List<Letter> letters = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition t) {
          letters.add(
              new Letter(
                  t.getUnicode(),
                  t.getXDirAdj(),
                  t.getXDirAdj() + t.getWidthDirAdj(),
                  t.getYDirAdj(),
                  t.getFontSizeInPt(),
                  getCurrentPage().getMediaBox()));
        }
      }.getText(document);
    }
    return letters;
  }
}
