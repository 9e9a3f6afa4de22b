package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.paper.ocr.LanguageMissing;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

class DigitiserTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final DigitiseRequest REQUEST =
      DigitiseRequest.of("Đơn đề nghị <xác nhận> & nơi ở", "H48.34-261120-0007");

  @TempDir static Path pagesFolder;
  private static Path grey;
  private static Path stamped;
  private static Path leaning;
  private static Digitiser digitiser;

  @TempDir Path folder;

  @BeforeAll
  static void draw() throws IOException {
    grey =
        TestPages.jpeg(pagesFolder.resolve("grey.jpg"), TestPages.draw(300, -3, false, false), 300);
    stamped =
        TestPages.jpeg(pagesFolder.resolve("stamped.jpg"), TestPages.draw(300, 0, true, true), 300);
    leaning =
        TestPages.jpeg(pagesFolder.resolve("leaning.jpg"), TestPages.draw(200, 3, true, true), 200);
    digitiser = new Digitiser(NOON);
  }

  @AfterAll
  static void close() {
    digitiser.close();
  }

  @Test
  void pagesBecomeOneSearchableArchiveFile() throws Exception {
    Path out = folder.resolve("new folder/hồ sơ.pdf");
    List<Integer> heard = new ArrayList<>();

    Digitised done =
        digitiser.digitise(
            List.of(grey, stamped, leaning),
            REQUEST,
            out,
            (now, of) -> heard.add(now * 10 + of),
            new Cancellation());

    assertThat(done.pages()).isEqualTo(3);
    assertThat(done.skipped()).isEmpty();
    assertThat(done.unread()).isEmpty();
    assertThat(heard).containsExactly(13, 23, 33);
    assertSound(out);
    String[] found = Tool.pdfToText(out).split("\f");
    assertThat(found).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(TestPages.errorRate(TestPages.TEXT, found[i]))
          .as("letters wrong on page %s: %s", i + 1, found[i])
          .isLessThanOrEqualTo(0.02);
      assertThat(TestPages.errorRate(TestPages.TEXT, done.texts().get(i)))
          .isLessThanOrEqualTo(0.02);
    }
    assertThat(Tool.run("pdffonts", out.toString()).text())
        .containsPattern("MotCuaUnseen.* yes no  yes");
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Đơn đề nghị <xác nhận> & nơi ở");
      assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("H48.34-261120-0007");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
      // 100 % scale (NĐ 30/2020): what is shown has the size of the sheet.
      assertThat(pdf.getPage(0).getCropBox().getWidth()).isCloseTo(595.3f, within(0.5f));
      assertThat(pdf.getPage(0).getCropBox().getHeight()).isCloseTo(841.9f, within(0.5f));
      // and nothing of the turned picture is thrown away.
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isGreaterThan(620f);
    }
  }

  @Test
  void aScannersJpegIsKeptByteForByte() throws Exception {
    Path out = folder.resolve("kept.pdf");
    digitiser.digitise(
        List.of(grey, stamped),
        REQUEST.withOcr(false).withProfile(Profile.ORIGINAL),
        out,
        Progress.NONE,
        new Cancellation());

    assertThat(Tool.run("pdfimages", "-all", out.toString(), folder + "/i").exit()).isZero();
    assertThat(folder.resolve("i-000.jpg")).hasSameBinaryContentAs(grey);
    assertThat(folder.resolve("i-001.jpg")).hasSameBinaryContentAs(stamped);
    assertThat(Tool.pdfToText(out).strip()).isEmpty();
    assertSound(out);
  }

  @Test
  void equalInputGivesEqualBytes() throws Exception {
    Path one = folder.resolve("one.pdf");
    Path two = folder.resolve("two.pdf");
    Path later = folder.resolve("later.pdf");
    digitiser.digitise(List.of(leaning, grey), REQUEST, one, Progress.NONE, new Cancellation());
    digitiser.digitise(List.of(leaning, grey), REQUEST, two, Progress.NONE, new Cancellation());
    try (Digitiser other = new Digitiser(Clock.offset(NOON, java.time.Duration.ofHours(1)), 1)) {
      other.digitise(List.of(leaning, grey), REQUEST, later, Progress.NONE, new Cancellation());
    }

    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.readAllBytes(later)).isNotEqualTo(Files.readAllBytes(one));
  }

  @Test
  void faxPagesStayBlackAndWhiteAndEachPictureOfATiffIsAPage() throws Exception {
    BufferedImage straight = TestPages.draw(200, 0, false, false);
    BufferedImage turned = TestPages.draw(200, 2, false, false);
    Path tiff = TestPages.g4(folder.resolve("fax.tif"), List.of(straight, turned));
    Path out = folder.resolve("fax.pdf");

    Digitised done =
        digitiser.digitise(
            List.of(tiff), REQUEST.withDpi(200), out, Progress.NONE, new Cancellation());

    assertThat(done.pages()).isEqualTo(2);
    assertThat(Tool.run("pdfimages", "-list", out.toString()).text())
        .containsPattern("1 +1 +ccitt")
        .doesNotContain("jpeg");
    assertThat(Files.size(out)).isLessThan(250_000);
    for (String text : done.texts()) {
      assertThat(TestPages.errorRate(TestPages.TEXT, text)).isLessThanOrEqualTo(0.02);
    }
    assertSound(out);
    BufferedImage shown = shown(out, "fax", 1);
    assertThat(brightness(shown)).as("white paper, black letters").isGreaterThan(200);
  }

  @Test
  void picturesWithoutLossAndWithDeepOrSeeThroughColoursAreTaken() throws Exception {
    BufferedImage page = TestPages.draw(150, 0, true, true);
    BufferedImage plain = TestPages.draw(150, 0, true, false);
    BufferedImage deep = TestPages.as(plain, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage clear =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int rgb = page.getRGB(x, y);
        clear.setRGB(x, y, (rgb & 0xFF) > 240 ? 0x00FFFFFF : rgb);
      }
    }
    Path out = folder.resolve("deep.pdf");

    Digitised done =
        digitiser.digitise(
            List.of(
                TestPages.png(folder.resolve("deep.png"), deep),
                TestPages.png(folder.resolve("clear.png"), clear),
                TestPages.png(folder.resolve("indexed.png"), TestPages.indexed(plain))),
            REQUEST,
            out,
            Progress.NONE,
            new Cancellation());

    assertThat(done.pages()).isEqualTo(3);
    assertSound(out);
    for (int i = 1; i <= 3; i++) {
      assertThat(brightness(shown(out, "deep" + i, i)))
          .as("paper of page %s", i)
          .isGreaterThan(200);
      assertThat(TestPages.errorRate(TestPages.TEXT, done.texts().get(i - 1)))
          .as("page %s: %s", i, done.texts().get(i - 1))
          .isLessThanOrEqualTo(0.05);
    }
  }

  /** -1: no word of Adobe's and inks the right way up; 0 and 2: as Adobe writes them. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2})
  void fourInksBecomeDarkLettersOnLightPaper(int transform) throws Exception {
    Path inks =
        TestPages.fourInks(
            folder.resolve("inks.jpg"), TestPages.draw(150, 0, false, false), transform);
    Path out = folder.resolve("inks.pdf");

    Digitised done =
        digitiser.digitise(List.of(inks), REQUEST, out, Progress.NONE, new Cancellation());

    assertThat(brightness(shown(out, "inks", 1))).as("paper").isGreaterThan(200);
    assertThat(TestPages.errorRate(TestPages.TEXT, done.text())).isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exifSaysHowThePageStands(int tag) throws Exception {
    Orientation shown = Orientation.ofTag(tag);
    BufferedImage stored = stored(TestPages.draw(150, 0, false, false), shown);
    Path page = TestPages.exif(TestPages.jpeg(folder.resolve("turned.jpg"), stored, 150), tag);
    byte[] bytes = Files.readAllBytes(page);
    Path out = folder.resolve("turned.pdf");

    Digitised done =
        digitiser.digitise(List.of(page), REQUEST, out, Progress.NONE, new Cancellation());

    assertThat(TestPages.errorRate(TestPages.TEXT, done.text())).isLessThanOrEqualTo(0.05);
    // What a reader sees must stand as what was read: read the rendered page once more.
    BufferedImage seen = shown(out, "seen" + tag, 1);
    assertThat(seen.getHeight()).isGreaterThan(seen.getWidth());
    Path again = TestPages.png(folder.resolve("again.png"), seen);
    Digitised second =
        digitiser.digitise(
            List.of(again),
            REQUEST.withDpi(150),
            folder.resolve("again.pdf"),
            Progress.NONE,
            new Cancellation());
    assertThat(TestPages.errorRate(TestPages.TEXT, second.text())).isLessThanOrEqualTo(0.05);
    assertThat(Files.readAllBytes(page)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aSheetFedTheWrongWayRoundIsTurnedUpright(int quarters) throws Exception {
    BufferedImage lying = TestPages.quarters(TestPages.draw(150, 1, false, false), quarters);
    Path page = TestPages.jpeg(folder.resolve("lying.jpg"), lying, 150);
    Path out = folder.resolve("lying.pdf");

    Digitised done =
        digitiser.digitise(
            List.of(page),
            REQUEST.withProfile(Profile.ORIGINAL),
            out,
            Progress.NONE,
            new Cancellation());

    assertThat(TestPages.errorRate(TestPages.TEXT, done.text())).isLessThanOrEqualTo(0.05);
    assertThat(TestPages.errorRate(TestPages.TEXT, Tool.pdfToText(out))).isLessThanOrEqualTo(0.05);
    BufferedImage seen = shown(out, "upright", 1);
    assertThat(seen.getHeight()).isGreaterThan(seen.getWidth());
    // The text starts near the top of the sheet and ends well above its middle.
    assertThat(darkest(seen)).isLessThan(seen.getHeight() * 11 / 20);
    assertThat(Tool.run("pdfimages", "-all", out.toString(), folder + "/l").exit()).isZero();
    assertThat(folder.resolve("l-000.jpg")).hasSameBinaryContentAs(page);
  }

  /** The lowest line with ink. */
  private static int darkest(BufferedImage picture) {
    for (int y = picture.getHeight() - 60; y > 0; y--) {
      for (int x = 60; x < picture.getWidth() - 60; x++) {
        if ((picture.getRGB(x, y) & 0xFF) < 80) {
          return y;
        }
      }
    }
    return 0;
  }

  @Test
  void aBlankPageIsAPageWithoutText() throws Exception {
    BufferedImage blank = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
    var g = blank.createGraphics();
    g.setColor(java.awt.Color.WHITE);
    g.fillRect(0, 0, 1654, 2339);
    g.dispose();
    Path out = folder.resolve("blank.pdf");
    Digitised done =
        digitiser.digitise(
            List.of(TestPages.jpeg(folder.resolve("blank.jpg"), blank, 200)),
            REQUEST,
            out,
            Progress.NONE,
            new Cancellation());
    assertThat(done.text()).isEmpty();
    assertSound(out);
  }

  @Test
  void stopsWhenAsked() throws Exception {
    Cancellation cancellation = new Cancellation();
    Path out = folder.resolve("stopped.pdf");
    assertThatThrownBy(() ->
            digitiser.digitise(
                List.of(grey, stamped, leaning, grey, grey, grey),
                REQUEST,
                out,
                (done, of) -> cancellation.cancel(),
                cancellation))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new PaperFault.Cancelled()));
    // What was complete before stays: all pictures, no text.
    if (Files.exists(out)) {
      assertSound(out);
      assertThat(Tool.run("pdfinfo", out.toString()).text()).containsPattern("Pages: +6");
    }
    try (var left = Files.list(folder)) {
      assertThat(left.filter(file -> !file.equals(out))).isEmpty();
    }
  }

  @Test
  void aLanguageThatIsNotShippedIsNamed() {
    DigitiseRequest french = REQUEST.withLanguage("fr");
    assertThatThrownBy(() ->
            digitiser.digitise(
                List.of(grey), french, folder.resolve("x.pdf"), Progress.NONE, new Cancellation()))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new LanguageMissing("fr")));
  }

  @Test
  @Tag("long")
  void nativeMemoryIsGivenBack() throws Exception {
    // One line and the stamp: reading words takes long and leaks no more by the page than a few do.
    BufferedImage picture = TestPages.draw(100, 1, true, true);
    Graphics2D rubber = picture.createGraphics();
    rubber.setColor(new Color(picture.getRGB(2, 2)));
    rubber.fillRect(0, 150, picture.getWidth(), 70);
    rubber.fillRect(0, 220, 340, picture.getHeight());
    rubber.fillRect(510, 220, picture.getWidth(), picture.getHeight());
    rubber.fillRect(0, 390, picture.getWidth(), picture.getHeight());
    rubber.dispose();
    Path page = TestPages.jpeg(folder.resolve("small.jpg"), picture, 100);
    List<Path> pile = java.util.Collections.nCopies(6, page);
    for (int i = 0; i < 3; i++) {
      digitiser.digitise(
          pile, REQUEST, folder.resolve("warm.pdf"), Progress.NONE, new Cancellation());
    }
    System.gc();
    long before = Pointer.physicalBytes();
    for (int i = 0; i < 6; i++) {
      digitiser.digitise(
          pile, REQUEST, folder.resolve("warm.pdf"), Progress.NONE, new Cancellation());
    }
    System.gc();
    // One page that leaked would leave about 1.7 MB a page, 60 MB and more for these.
    assertThat(Pointer.physicalBytes() - before).isLessThan(40L << 20);
  }

  private BufferedImage shown(Path pdf, String name, int page) throws Exception {
    Tool.Answer made =
        Tool.run(
            "pdftoppm",
            "-r",
            "150",
            "-cropbox",
            "-gray",
            "-png",
            "-singlefile",
            "-f",
            Integer.toString(page),
            pdf.toString(),
            folder.resolve(name).toString());
    assertThat(made.exit()).as(made.text()).isZero();
    return javax.imageio.ImageIO.read(folder.resolve(name + ".png").toFile());
  }

  private static double brightness(BufferedImage picture) {
    long sum = 0;
    for (int y = 0; y < picture.getHeight(); y += 3) {
      for (int x = 0; x < picture.getWidth(); x += 3) {
        sum += picture.getRGB(x, y) & 0xFF;
      }
    }
    return sum * 9.0 / picture.getHeight() / picture.getWidth();
  }

  /** The stored picture that {@code orientation} turns into {@code upright}. */
  private static BufferedImage stored(BufferedImage upright, Orientation orientation) {
    return switch (orientation) {
      case UPRIGHT -> upright;
      case MIRRORED -> mirrored(upright);
      case UPSIDE_DOWN -> TestPages.quarters(upright, 2);
      case FLIPPED -> TestPages.quarters(mirrored(upright), 2);
      case TRANSPOSED -> mirrored(TestPages.quarters(upright, 1));
      case TURN_RIGHT -> TestPages.quarters(upright, 3);
      case TRANSVERSED -> mirrored(TestPages.quarters(upright, 3));
      case TURN_LEFT -> TestPages.quarters(upright, 1);
    };
  }

  private static BufferedImage mirrored(BufferedImage page) {
    BufferedImage other = new BufferedImage(page.getWidth(), page.getHeight(), page.getType());
    var g = other.createGraphics();
    g.drawImage(page, page.getWidth(), 0, -page.getWidth(), page.getHeight(), null);
    g.dispose();
    return other;
  }

  private static void assertSound(Path pdf) throws Exception {
    assertThat(PdfaCheck.check(pdf).broken()).isEmpty();
    assertThat(PdfaCheck.check(pdf).isPdfA2b()).isTrue();
    Tool.Answer checked = Tool.run("qpdf", "--check", pdf.toString());
    assertThat(checked.exit()).as(checked.text()).isZero();
  }
}
