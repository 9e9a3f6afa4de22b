package vn.motcua.scanner.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

@Timeout(120)
class PdfFileTest {
  /** A6 at 150 dots per inch. */
  private static final BufferedImage PAGE = TestPages.page(1, 620, 874);

  private static final byte[] JPEG = TestPages.jpeg(PAGE);

  private static List<ScannedPage> pages(byte[] pdf) throws Exception {
    List<ScannedPage> pages = new ArrayList<>();
    try (PageFile file = FilePages.open(FileBytes.of(pdf), "test.pdf")) {
      for (int i = 0; i < file.pages(); i++) {
        pages.add(file.page(i, i + 1, 200, new Cancellation()));
      }
    }
    return pages;
  }

  private static ScannedPage one(Pdfs.Drawing drawing) throws Exception {
    List<ScannedPage> pages = pages(Pdfs.of(List.of(drawing)));
    assertThat(pages).hasSize(1);
    return pages.getFirst();
  }

  private static void isTheJpeg(ScannedPage page) {
    assertThat(page.image()).isEqualTo(JPEG);
    assertThat(page.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(page.dpi()).isBetween(149, 151);
    assertThat(page.width()).isEqualTo(620);
    assertThat(page.height()).isEqualTo(874);
  }

  private static void isDrawn(ScannedPage page) throws Exception {
    assertThat(page.image()).isNotEqualTo(JPEG);
    assertThat(page.dpi()).isEqualTo(300);
    assertThat(page.width()).isBetween(1238, 1242);
    assertThat(page.height()).isBetween(1746, 1750);
    PageImages.Facts facts = PageImages.check(page.image());
    assertThat(facts.width()).isEqualTo(page.width());
    assertThat(facts.dpi()).hasValue(300);
  }

  private static void refuses(byte[] pdf, FileFault fault) {
    assertThatThrownBy(() -> pages(pdf))
        .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private static final FileFault UNREADABLE = new FileFault.Unreadable("test.pdf");
  private static final FileFault SIZE = new FileFault.Size("test.pdf");

  @Test
  void aPageThatIsOneJpegGivesThatJpeg() throws Exception {
    isTheJpeg(one(Pdfs.jpeg(JPEG)));
  }

  /** Scanners that recognise text write it there, to be found and not to be seen. */
  @Test
  void textThatIsNotSeenChangesNothing() throws Exception {
    isTheJpeg(one(Pdfs.both(Pdfs.jpeg(JPEG), Pdfs.text(RenderingMode.NEITHER))));
    isTheJpeg(one(Pdfs.both(Pdfs.text(RenderingMode.FILL), Pdfs.jpeg(JPEG))));
  }

  @Test
  void aClipAroundThePageChangesNothing() throws Exception {
    isTheJpeg(
        one((document, page, content) -> {
          content.addRect(0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
          content.clip();
          Pdfs.jpeg(JPEG).draw(document, page, content);
        }));
    isDrawn(
        one((document, page, content) -> {
          content.addRect(50, 50, 100, 100);
          content.clip();
          Pdfs.jpeg(JPEG).draw(document, page, content);
        }));
  }

  @Test
  void whateverElseIsSeenIsDrawn() throws Exception {
    isDrawn(one(Pdfs.both(Pdfs.jpeg(JPEG), Pdfs.text(RenderingMode.FILL))));
    isDrawn(one(Pdfs.both(Pdfs.jpeg(JPEG), Pdfs.jpeg(TestPages.jpeg(TestPages.page(2, 9, 9))))));
    isDrawn(one(Pdfs.text(RenderingMode.FILL)));
    isDrawn(
        one((document, page, content) -> {
          Pdfs.jpeg(JPEG).draw(document, page, content);
          content.addRect(10, 10, 50, 50);
          content.fill();
        }));
  }

  @Test
  void aJpegThatIsSmallerTurnedOrCroppedIsDrawn() throws Exception {
    Pdfs.Drawing jpeg = Pdfs.jpeg(JPEG);
    isDrawn(
        one((document, page, content) -> {
          content.transform(org.apache.pdfbox.util.Matrix.getScaleInstance(0.9f, 0.9f));
          jpeg.draw(document, page, content);
        }));
    ScannedPage turned =
        pages(Pdfs.of(List.of(jpeg), document -> document.getPage(0).setRotation(90))).getFirst();
    assertThat(turned.width()).isGreaterThan(turned.height());
    ScannedPage cropped =
        pages(
                Pdfs.of(
                    List.of(jpeg),
                    document -> document.getPage(0).setCropBox(new PDRectangle(100, 100))))
            .getFirst();
    assertThat(cropped.width()).isBetween(415, 418);
  }

  @Test
  void aJpegWithAMaskOrInverseColoursIsDrawn() throws Exception {
    for (COSName each : List.of(COSName.DECODE, COSName.SMASK)) {
      ScannedPage page =
          pages(
                  Pdfs.of(
                      List.of(Pdfs.jpeg(JPEG)),
                      document -> {
                        PDPage first = document.getPage(0);
                        for (COSName name : first.getResources().getXObjectNames()) {
                          PDImageXObject image =
                              (PDImageXObject) first.getResources().getXObject(name);
                          if (each.equals(COSName.DECODE)) {
                            image.setDecode(decode());
                          } else {
                            image
                                .getCOSObject()
                                .setItem(
                                    each,
                                    org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory
                                        .createFromImage(
                                            document,
                                            new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY)));
                          }
                        }
                      }))
              .getFirst();
      isDrawn(page);
    }
  }

  private static org.apache.pdfbox.cos.COSArray decode() {
    org.apache.pdfbox.cos.COSArray inverse = new org.apache.pdfbox.cos.COSArray();
    for (int i = 0; i < 6; i++) {
      inverse.add(org.apache.pdfbox.cos.COSInteger.get(1 - i % 2));
    }
    return inverse;
  }

  @Test
  void whatIsDrawnLooksAsItShould() throws Exception {
    BufferedImage drawn = TestPages.decode(one(Pdfs.lossless(PAGE)).image());
    BufferedImage small = new BufferedImage(620, 874, BufferedImage.TYPE_3BYTE_BGR);
    var g = small.createGraphics();
    g.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(drawn, 0, 0, 620, 874, null);
    g.dispose();
    assertThat(TestPages.psnr(PAGE, small)).isGreaterThan(20);
  }

  /** Neither a dot nor the resolution is lost, and black stays black. */
  @Test
  void aPageThatIsOneFaxPictureGivesItsDataAsTiff() throws Exception {
    BufferedImage bits = Tiffs.bits(PAGE);
    ScannedPage page = one(Pdfs.g4(bits));
    assertThat(page.format()).isEqualTo(ImageFormat.TIFF);
    assertThat(page.dpi()).isBetween(149, 151);
    assertThat(TestPages.psnr(bits, TestPages.decode(page.image())))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(PageImages.check(page.image()).dpi()).hasValue(page.dpi());
    ScannedPage turned =
        pages(Pdfs.of(List.of(Pdfs.g4(bits)), document -> document.getPage(0).setRotation(180)))
            .getFirst();
    assertThat(turned.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(TestPages.decode(turned.image()).getColorModel().getNumComponents()).isOne();
  }

  @Test
  void everyPageComesInItsOrder() throws Exception {
    List<byte[]> jpegs = new ArrayList<>();
    List<Pdfs.Drawing> drawings = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      jpegs.add(TestPages.jpeg(TestPages.page(i, 620, 874)));
      drawings.add(Pdfs.jpeg(jpegs.getLast()));
    }
    assertThat(pages(Pdfs.of(drawings)))
        .extracting(ScannedPage::image)
        .containsExactlyElementsOf(jpegs);
  }

  @Test
  void aPasswordIsNamedUnlessItIsEmpty() throws Exception {
    refuses(Pdfs.locked(JPEG), new FileFault.Protected("test.pdf"));
    isTheJpeg(pages(Pdfs.readOnly(JPEG)).getFirst());
  }

  /** A reader would mend most of these and lose pages without a word. */
  @Test
  void anythingCutOffIsUnreadable() {
    byte[] whole = Pdfs.of(List.of(Pdfs.jpeg(JPEG), Pdfs.jpeg(JPEG)));
    for (int length = 10; length < whole.length - 8; length += whole.length / 61) {
      refuses(Arrays.copyOf(whole, length), UNREADABLE);
      byte[] filledUp = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 2000);
      refuses(filledUp, UNREADABLE);
    }
  }

  @Test
  void aLinearizedOneThatIsShorterThanItSaysIsUnreadable() {
    String text = "%PDF-1.4\n1 0 obj\n<</Linearized 1/L 99999/O 3>>\nendobj\n%%EOF\n";
    refuses(text.getBytes(StandardCharsets.US_ASCII), UNREADABLE);
  }

  @Test
  void absurdPagesAreNamed() {
    for (PDRectangle each :
        List.of(new PDRectangle(14_400, 14_400), new PDRectangle(1, 1), new PDRectangle(600, 3))) {
      refuses(
          Pdfs.of(
              List.of(Pdfs.text(RenderingMode.FILL)),
              document -> document.getPage(0).setMediaBox(each)),
          SIZE);
    }
    refuses(
        Pdfs.of(Collections.nCopies(FilePages.MAX_PAGES + 1, (document, page, content) -> {})),
        SIZE);
  }

  /** PDFBox would log it and hand out a white page. */
  @Test
  void aPictureThatCannotBeDecodedIsNeverLeftOut() {
    refuses(withFilter(COSName.JBIG2_DECODE), new FileFault.Kind("test.pdf"));
    refuses(withFilter(COSName.FLATE_DECODE), UNREADABLE);
  }

  private static byte[] withFilter(COSName filter) {
    return Pdfs.of(
        List.of(Pdfs.jpeg(JPEG)),
        document -> {
          PDPage page = document.getPage(0);
          for (COSName name : page.getResources().getXObjectNames()) {
            page.getResources().getXObject(name).getCOSObject().setItem(COSName.FILTER, filter);
          }
        });
  }

  @Test
  void cancelledItDrawsNoFurther() throws Exception {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    byte[] pdf = Pdfs.of(List.of(Pdfs.text(RenderingMode.FILL)));
    try (PageFile file = FilePages.open(FileBytes.of(pdf), "test.pdf")) {
      assertThatThrownBy(() -> file.page(0, 1, 300, cancellation))
          .isInstanceOf(CancellationException.class);
    }
  }
}
