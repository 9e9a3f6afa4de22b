package vn.motcua.scanner.barcode.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;

@Timeout(120)
class CodesInPictureTest {
  private static final String DOSSIER = "H48.025.16-261122-0003";
  private static final String RECEIPT = "MC1|H48.025.16-261122-0003|7K3MPX";
  private static final String CARD =
      "051191407263||Nguyễn Thị Ánh Hường|12031991|Nữ|Thôn Đồng Bưng, Quảng Ngãi|18052022";

  private final CodesInPicture codes = new CodesInPicture("image:test");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BitMatrix qr(String text) {
    return DrawnCodes.modules(BarcodeFormat.QR_CODE, utf8(text), 1, 1);
  }

  private static BitMatrix bar(String text) {
    return DrawnCodes.modules(BarcodeFormat.CODE_128, utf8(text), 1, 25);
  }

  /** A page of text, made once. */
  private static final BufferedImage PAGE = page();

  private static BufferedImage a4() {
    BufferedImage copy =
        new BufferedImage(PAGE.getWidth(), PAGE.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    copy.setData(PAGE.getRaster());
    return copy;
  }

  private static BufferedImage page() {
    BufferedImage page = DrawnCodes.paper(2480, 3508);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 46));
    for (int line = 0; line < 30; line++) {
      pen.drawString("Cong hoa xa hoi chu nghia Viet Nam 0123456789 lll|||", 300, 1200 + 70 * line);
    }
    pen.dispose();
    return page;
  }

  private static List<String> texts(List<FoundCode> found) {
    return found.stream().map(code -> code.text().orElse("refused")).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aPageWithSeveralCodesGivesThemAllHoweverItLies(int quarters) {
    BufferedImage page = a4();
    DrawnCodes.draw(page, qr(RECEIPT), 200, 150, 5, quarters); // 0.42 mm a module
    DrawnCodes.draw(page, bar(DOSSIER), 1300, 150, 3, quarters); // 0.25 mm a module
    DrawnCodes.draw(page, qr(CARD), 1500, 2500, 4, quarters);
    long begun = System.nanoTime();
    List<FoundCode> found = codes.onPage(page);
    System.out.printf("A4 at 300 dpi: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
    assertThat(texts(found)).containsExactlyInAnyOrder(RECEIPT, DOSSIER, CARD);
    for (FoundCode code : found) {
      assertThat(code.aim()).isEqualTo(code.symbology() == Symbology.QR ? "]Q1" : "]C0");
      assertThat(code.corners()).isNotEmpty();
      assertThat(code.event().reader()).isEqualTo("image:test");
    }
    FoundCode receipt =
        found.stream()
            .filter(code -> code.text().equals(Optional.of(RECEIPT)))
            .findFirst()
            .orElseThrow();
    assertThat(receipt.corners())
        .allMatch(c -> c.x() > 200 && c.x() < 450 && c.y() > 150 && c.y() < 400);
  }

  @Test
  void theHeadIsEnoughUnlessItIsEmpty() {
    BufferedImage page = a4();
    DrawnCodes.draw(page, qr(CARD), 1500, 2500, 4, 0);
    assertThat(texts(codes.headOfPage(page))).containsExactly(CARD);
    DrawnCodes.draw(page, bar(DOSSIER), 1300, 150, 3, 0);
    assertThat(texts(codes.headOfPage(page))).containsExactly(DOSSIER);
  }

  @Test
  void aPageWithoutCodesHasNone() {
    assertThat(codes.onPage(a4())).isEmpty();
    assertThat(codes.headOfPage(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY))).isEmpty();
  }

  @Test
  void aRedStampIsNotInTheWay() {
    BufferedImage page = a4();
    DrawnCodes.draw(page, bar(DOSSIER), 1300, 150, 3, 0);
    Graphics2D pen = page.createGraphics();
    pen.setColor(new Color(215, 40, 45, 200));
    pen.fillOval(1350, 100, 500, 500);
    pen.dispose();
    assertThat(texts(codes.onPage(page))).contains(DOSSIER);
  }

  @Test
  void blackAndWhitePagesAndParts() {
    BufferedImage page = new BufferedImage(900, 700, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 900, 700);
    pen.dispose();
    DrawnCodes.draw(page, qr(RECEIPT), 300, 200, 4, 0);
    assertThat(texts(codes.onPage(page))).containsExactly(RECEIPT);
    assertThat(texts(codes.onPage(page.getSubimage(250, 150, 400, 400)))).containsExactly(RECEIPT);
  }

  @Test
  void pdf417IsRead() {
    BufferedImage page = a4();
    DrawnCodes.draw(
        page, DrawnCodes.modules(BarcodeFormat.PDF_417, utf8(CARD), 1, 1), 300, 200, 1, 0);
    assertThat(texts(codes.onPage(page))).containsExactly(CARD);
  }

  @Test
  void aPartIsSearchedForOneKindOnly() {
    BufferedImage page = DrawnCodes.paper(900, 500);
    DrawnCodes.draw(page, qr(RECEIPT), 40, 40, 5, 0);
    DrawnCodes.draw(page, bar(DOSSIER), 320, 60, 2, 0);
    GrayPicture part = GrayPicture.redOf(page);
    assertThat(texts(codes.onPart(part, Symbology.QR))).containsExactly(RECEIPT);
    assertThat(texts(codes.onPart(part, Symbology.CODE_128))).containsExactly(DOSSIER);
    assertThat(codes.onPart(part, Symbology.PDF_417)).isEmpty();
  }

  /** ZXing alone guesses the charset of each of these, and is wrong for some. */
  @Test
  void utf8IsNeverGuessed() {
    for (String text :
        List.of(
            "Ấp", "ế", "Đ", "xã Ơ", "ườ", "Nữ", "Lò Văn Ú", "Ă", "ắằẳẵặ", "çà", "Y Ngiêl", CARD)) {
      BufferedImage page = DrawnCodes.paper(600, 600);
      DrawnCodes.draw(page, qr(text), 60, 60, 4, 0);
      assertThat(texts(codes.onPage(page))).as(text).containsExactly(text);
      assertThat(texts(codes.inFrame(GrayPicture.greenOf(page)))).containsExactly(text);
    }
  }

  @Test
  void aCodeThatNamesItsCharsetIsReadInIt() throws Exception {
    for (String charset : List.of("UTF-8", "windows-1258", "Shift_JIS")) {
      String text =
          charset.equals("UTF-8") ? "Ấp Đồng" : charset.equals("Shift_JIS") ? "漢字" : "đâu đó";
      BitMatrix code;
      try {
        code =
            new MultiFormatWriter()
                .encode(
                    text,
                    BarcodeFormat.QR_CODE,
                    1,
                    1,
                    Map.of(EncodeHintType.CHARACTER_SET, charset, EncodeHintType.MARGIN, 4));
      } catch (WriterException | IllegalArgumentException notKnown) {
        continue; // the writer knows no number for it
      }
      BufferedImage page = DrawnCodes.paper(400, 400);
      DrawnCodes.draw(page, code, 60, 60, 5, 0);
      assertThat(texts(codes.onPage(page))).as(charset).containsExactly(text);
    }
  }

  @Test
  void whatIsNoTextIsFoundAndRefused() {
    BufferedImage page = DrawnCodes.paper(400, 400);
    DrawnCodes.draw(
        page,
        DrawnCodes.modules(BarcodeFormat.QR_CODE, new byte[] {'A', (byte) 0xff, 1}, 1, 1),
        60,
        60,
        6,
        0);
    assertThat(codes.onPage(page))
        .singleElement()
        .extracting(FoundCode::event)
        .isEqualTo(new BarcodeEvent.Refused("image:test", new BarcodeFault.NotText()));
  }

  @Test
  void noiseDoesNoHarm() {
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      byte[] pixels = new byte[640 * 480];
      random.nextBytes(pixels);
      if (round % 2 == 0) {
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = (byte) (i / (3 + round) % 2 == 0 ? 0 : 255); // stripes everywhere
        }
      }
      assertThat(codes.inFrame(new GrayPicture(640, 480, pixels))).isEmpty();
    }
  }

  @Test
  void aFrameTakesLessThanATenthOfASecond() {
    BufferedImage with = DrawnCodes.paper(1280, 720);
    DrawnCodes.draw(with, qr(CARD), 500, 200, 5, 0);
    GrayPicture[] frames = {
      GrayPicture.greenOf(with), GrayPicture.greenOf(DrawnCodes.paper(1280, 720))
    };
    for (GrayPicture frame : frames) {
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        long begun = System.nanoTime();
        codes.inFrame(frame);
        millis.add((System.nanoTime() - begun) / 1_000_000);
      }
      List<Long> warm = new ArrayList<>(millis.subList(10, 30));
      Collections.sort(warm);
      System.out.printf(
          "a frame of 1280 × 720: median %d ms, worst %d ms%n", warm.get(10), warm.getLast());
      assertThat(warm.get(10)).as("median of %s", warm).isLessThanOrEqualTo(100);
    }
  }
}
