package vn.motcua.kiosk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.split.LeftOut;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

class PileTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final DigitiseRequest REQUEST = DigitiseRequest.of("Hồ sơ", "");

  @TempDir static Path pagesFolder;
  private static Path page;
  private static Digitiser digitiser;

  @TempDir Path folder;

  @BeforeAll
  static void draw() throws Exception {
    page = TestPages.jpeg(pagesFolder.resolve("page.jpg"), TestPages.draw(150, 1, true, true), 150);
    digitiser = new Digitiser(NOON);
  }

  @AfterAll
  static void close() {
    digitiser.close();
  }

  @Test
  void allPicturesAreThereBeforeTheTextIs() throws Exception {
    Path out = folder.resolve("pile.pdf");
    List<String> seen = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void pages(int done, int of) {
            seen.add("page " + done);
          }

          @Override
          public void picturesWritten() {
            try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
              boolean conforms = PdfaCheck.check(out).isPdfA2b();
              seen.add(pdf.getNumberOfPages() + " pictures " + conforms);
              seen.add(Tool.pdfToText(out).strip());
            } catch (Exception e) {
              seen.add(e.toString());
            }
          }
        };

    try (Pile pile = digitiser.begin(REQUEST, out, progress, new Cancellation())) {
      pile.add(page);
      pile.add(page);
      Digitised made = pile.finish();
      assertThat(made.pages()).isEqualTo(2);
      assertThat(pile.unread()).isZero();
    }

    assertThat(seen).containsExactly("2 pictures true", "", "page 1", "page 2");
    assertThat(TestPages.errorRate(TestPages.TEXT, Tool.pdfToText(out).split("\f")[1]))
        .isLessThan(0.05);
    assertThat(PdfaCheck.check(out).isPdfA2b()).isTrue();
  }

  @Test
  void whatWasBegunAheadGivesTheSameDocument() throws Exception {
    Path one = folder.resolve("one.pdf");
    Path two = folder.resolve("two.pdf");
    digitiser.digitise(List.of(page, page), REQUEST, one, Progress.NONE, new Cancellation());

    digitiser.ahead(page, REQUEST);
    digitiser.digitise(List.of(page, page), REQUEST, two, Progress.NONE, new Cancellation());

    assertThat(two).hasSameBinaryContentAs(one);
  }

  @Test
  void aBadPageThatWasBegunAheadHasItsPlaceInThePile() throws Exception {
    byte[] whole = Files.readAllBytes(page);
    Path cut = folder.resolve("cut.jpg");
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));

    digitiser.ahead(cut, REQUEST);
    FaultException stopped =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(page, cut),
                    REQUEST,
                    folder.resolve("x.pdf"),
                    Progress.NONE,
                    new Cancellation()));

    assertThat(stopped.fault()).isEqualTo(new BadPage(Defect.DAMAGED, 2));
  }

  @Test
  void whatCannotBeUsedIsNamedWhenAPileIsDivided() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    Path noPdf = Files.writeString(folder.resolve("no.pdf"), "%PDF-1.7 and nothing more");
    Path cut = folder.resolve("cut.jpg");
    byte[] whole = Files.readAllBytes(page);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));

    Divided made =
        digitiser.divide(
            List.of(empty, page, noPdf, cut, page),
            REQUEST.withOcr(false).withSkipDamaged(true),
            folder,
            (document, number, of) -> folder.resolve(number + "-of-" + of + ".pdf"),
            Progress.NONE,
            new Cancellation());

    assertThat(made.skipped()).extracting(BadPage::page).containsExactly(1, 3, 4);
    assertThat(made.origins())
        .extracting(PageOrigin::file)
        .containsExactly(empty, page, noPdf, cut, page);
    assertThat(made.doubts())
        .as("any of them may have been a code sheet")
        .extracting(doubt -> doubt.code() + " " + doubt.page())
        .containsExactly("SPLIT-UNSEEN 1", "SPLIT-UNSEEN 3", "SPLIT-UNSEEN 4");
    assertThat(made.documents()).hasSize(1);
    assertThat(made.documents().getFirst().made().pages()).isEqualTo(2);
  }

  @Test
  void theSoundPagesOfADamagedTiffStay() throws Exception {
    Path tiff = folder.resolve("three.tif");
    java.awt.image.BufferedImage picture =
        new java.awt.image.BufferedImage(800, 1100, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    new java.util.Random(4)
        .nextBytes(((java.awt.image.DataBufferByte) picture.getRaster().getDataBuffer()).getData());
    var writer = javax.imageio.ImageIO.getImageWritersByFormatName("tiff").next();
    try (var out = javax.imageio.ImageIO.createImageOutputStream(tiff.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < 3; i++) {
        writer.writeToSequence(new javax.imageio.IIOImage(picture, null, null), null);
      }
      writer.endWriteSequence();
    }
    byte[] whole = Files.readAllBytes(tiff);
    Files.write(tiff, java.util.Arrays.copyOf(whole, whole.length - 200_000));
    DigitiseRequest request = REQUEST.withOcr(false).withProfile(Profile.PHOTO);

    Digitised made =
        digitiser.digitise(
            List.of(tiff, page),
            request.withSkipDamaged(true),
            folder.resolve("x.pdf"),
            Progress.NONE,
            new Cancellation());

    assertThat(made.pages()).isEqualTo(3);
    assertThat(made.skipped()).containsExactly(new BadPage(Defect.DAMAGED, 3));
    assertThat(made.origins())
        .containsExactly(
            new PageOrigin(tiff, 1),
            new PageOrigin(tiff, 2),
            new PageOrigin(tiff, 3),
            new PageOrigin(page, 1));
    FaultException strict =
        catchThrowableOfType(
            FaultException.class,
            () ->
                digitiser.digitise(
                    List.of(tiff),
                    request,
                    folder.resolve("y.pdf"),
                    Progress.NONE,
                    new Cancellation()));
    assertThat(strict.fault()).isEqualTo(new BadPage(Defect.DAMAGED, 3));
  }

  @Test
  void codeSheetsDivideAPileAndStandInNoDocument() throws Exception {
    List<Path> pile =
        List.of(sheet("MCS1|TK|Tờ khai"), page, page, sheet("MCS1|CS|Giấy chứng sinh"), page);

    Divided made =
        digitiser.divide(
            pile,
            REQUEST.withOcr(false),
            folder,
            (document, number, of) -> folder.resolve(number + "-of-" + of + ".pdf"),
            Progress.NONE,
            new Cancellation());

    assertThat(made.documents()).extracting(part -> part.made().pages()).containsExactly(2, 1);
    assertThat(made.documents())
        .extracting(part -> part.document().title())
        .containsExactly("Tờ khai", "Giấy chứng sinh");
    assertThat(made.leftOut())
        .containsExactly(
            new LeftOut(1, LeftOut.Reason.SEPARATOR), new LeftOut(4, LeftOut.Reason.SEPARATOR));
    assertThat(made.doubts()).isEmpty();
    Path second = folder.resolve("2-of-2.pdf");
    try (PDDocument pdf = Loader.loadPDF(second.toFile())) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Giấy chứng sinh");
      String xmp =
          new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp).contains("<dc:type>").contains("CS");
    }
    assertThat(PdfaCheck.check(second).isPdfA2b()).isTrue();
  }

  private Path sheet(String code) throws Exception {
    BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 1240, 1754);
    BitMatrix qr =
        new MultiFormatWriter()
            .encode(
                code,
                BarcodeFormat.QR_CODE,
                300,
                300,
                Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
    g.setColor(Color.BLACK);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        if (qr.get(x, y)) {
          g.fillRect(120 + x, 120 + y, 1, 1);
        }
      }
    }
    g.dispose();
    return TestPages.jpeg(folder.resolve(code.hashCode() + ".jpg"), sheet, 150);
  }

  @Test
  void nothingActiveOfAPdfIsKept() throws Exception {
    Path active = folder.resolve("active.pdf");
    try (PDDocument pdf = new PDDocument()) {
      PDPage sheet = new PDPage(PDRectangle.A4);
      pdf.addPage(sheet);
      try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
        content.drawImage(
            LosslessFactory.createFromImage(pdf, TestPages.draw(150, 0, false, false)),
            0,
            0,
            PDRectangle.A4.getWidth(),
            PDRectangle.A4.getHeight());
      }
      pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
      PDComplexFileSpecification attached = new PDComplexFileSpecification();
      attached.setFile("run.exe");
      attached.setEmbeddedFile(
          new PDEmbeddedFile(pdf, new java.io.ByteArrayInputStream(new byte[] {'M', 'Z'})));
      PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(Map.of("run.exe", attached));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
      names.setEmbeddedFiles(files);
      pdf.getDocumentCatalog().setNames(names);
      pdf.save(active.toFile());
    }
    Path out = folder.resolve("calm.pdf");

    Digitised made =
        digitiser.digitise(List.of(active), REQUEST, out, Progress.NONE, new Cancellation());

    assertThat(made.pages()).isEqualTo(1);
    assertThat(TestPages.errorRate(TestPages.TEXT, made.text())).isLessThan(0.05);
    Path plain = folder.resolve("plain.pdf");
    assertThat(
            Tool.run("qpdf", "--qdf", "--object-streams=disable", out.toString(), plain.toString())
                .exit())
        .isZero();
    assertThat(Files.readString(plain, StandardCharsets.ISO_8859_1))
        .doesNotContain("/JavaScript", "/EmbeddedFile", "/OpenAction", "app.alert");
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()).filter(n -> n.startsWith(".pages")))
          .isEmpty();
    }
  }

  /** An A5 sheet, askew on a black lid of A4: a reader sees A5, and all its words are there. */
  @Test
  void aSmallSheetIsShownInItsOwnSize() throws Exception {
    BufferedImage a5 = TestPages.draw(150, 0, false, false);
    BufferedImage glass = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = glass.createGraphics();
    g.setColor(new Color(25, 25, 25));
    g.fillRect(0, 0, 1240, 1754);
    g.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    AffineTransform lying = AffineTransform.getTranslateInstance(150, 260);
    lying.rotate(Math.toRadians(-4));
    double scale = 874.0 / a5.getWidth();
    lying.scale(scale, scale);
    g.drawImage(a5, lying, null);
    g.dispose();
    Path out = folder.resolve("a5.pdf");

    Digitised made =
        digitiser.digitise(
            List.of(TestPages.jpeg(folder.resolve("glass.jpg"), glass, 150)),
            REQUEST,
            out,
            Progress.NONE,
            new Cancellation());

    assertThat(made.notes().getFirst().cropped()).isTrue();
    assertThat(made.notes().getFirst().degrees()).isCloseTo(4, within(0.4));
    assertThat(TestPages.errorRate(TestPages.TEXT, made.text())).isLessThan(0.15);
    try (PDDocument pdf = Loader.loadPDF(out.toFile())) {
      PDRectangle shown = pdf.getPage(0).getCropBox();
      assertThat(shown.getWidth()).isCloseTo(419.5f, within(12f));
      assertThat(shown.getHeight()).isCloseTo(595f, within(16f));
    }
    BufferedImage seen = rendered(out);
    int dark = 0;
    for (int y = 10; y < seen.getHeight() - 10; y++) {
      dark += (seen.getRGB(seen.getWidth() - 12, y) & 0xFF) < 60 ? 1 : 0;
      dark += (seen.getRGB(12, y) & 0xFF) < 60 ? 1 : 0;
    }
    assertThat(dark).as("lid within the sheet").isLessThan(seen.getHeight() / 20);
  }

  private BufferedImage rendered(Path pdf) throws Exception {
    Tool.Answer made =
        Tool.run(
            "pdftoppm",
            "-r",
            "150",
            "-cropbox",
            "-gray",
            "-png",
            "-singlefile",
            pdf.toString(),
            folder.resolve("seen").toString());
    assertThat(made.exit()).as(made.text()).isZero();
    return javax.imageio.ImageIO.read(folder.resolve("seen.png").toFile());
  }
}
