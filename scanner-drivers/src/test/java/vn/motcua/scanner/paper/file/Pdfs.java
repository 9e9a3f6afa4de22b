package vn.motcua.scanner.paper.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Makes PDFs as copiers and people do. */
public final class Pdfs {
  private Pdfs() {}

  /** Draws one page. */
  @FunctionalInterface
  interface Drawing {
    void draw(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
  }

  /** A document with an A6 page for each drawing. */
  static byte[] of(List<Drawing> pages) {
    return of(pages, document -> {});
  }

  /** Changes a document before it is written. */
  @FunctionalInterface
  interface Change {
    void change(PDDocument document) throws IOException;
  }

  static byte[] of(List<Drawing> pages, Change change) {
    try (PDDocument document = new PDDocument()) {
      for (Drawing each : pages) {
        PDPage page = new PDPage(PDRectangle.A6);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          each.draw(document, page, content);
        }
      }
      change.change(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole page is this JPEG. */
  static Drawing jpeg(byte[] jpeg) {
    return (document, page, content) ->
        whole(
            JPEGFactory.createFromStream(document, new ByteArrayInputStream(jpeg)), page, content);
  }

  /** The whole page is this picture, without loss. */
  static Drawing lossless(BufferedImage image) {
    return (document, page, content) ->
        whole(LosslessFactory.createFromImage(document, image), page, content);
  }

  /** The whole page is this picture of one bit, as G4. */
  static Drawing g4(BufferedImage bits) {
    return (document, page, content) ->
        whole(CCITTFactory.createFromImage(document, bits), page, content);
  }

  static void whole(PDImageXObject image, PDPage page, PDPageContentStream content)
      throws IOException {
    PDRectangle box = page.getMediaBox();
    content.drawImage(image, 0, 0, box.getWidth(), box.getHeight());
  }

  /** First one, then the other. */
  static Drawing both(Drawing first, Drawing second) {
    return (document, page, content) -> {
      first.draw(document, page, content);
      second.draw(document, page, content);
    };
  }

  /** Text, seen or not. */
  static Drawing text(RenderingMode mode) {
    return (document, page, content) -> {
      content.beginText();
      content.setRenderingMode(mode);
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
      content.newLineAtOffset(50, 200);
      content.showText("SCANNED");
      content.endText();
    };
  }

  /** One that opens with a password only. */
  static byte[] locked(byte[] jpeg) {
    return of(
        List.of(jpeg(jpeg)),
        document ->
            document.protect(
                new StandardProtectionPolicy("owner", "secret", new AccessPermission())));
  }

  /** One that everybody may read and nobody may change. */
  static byte[] readOnly(byte[] jpeg) {
    return of(
        List.of(jpeg(jpeg)),
        document ->
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
  }

  /** A4 at 300 dots per inch; not looked into, which takes time. */
  private static Drawing a4(byte[] jpeg) {
    return (document, page, content) ->
        whole(
            new PDImageXObject(
                document,
                new ByteArrayInputStream(jpeg),
                COSName.DCT_DECODE,
                2480,
                3508,
                8,
                PDDeviceRGB.INSTANCE),
            page,
            content);
  }

  /** Many whole-page JPEGs and then some G4 pictures that have to be drawn, on A4. */
  public static byte[] bundle(byte[] jpeg, int jpegs, BufferedImage bits, int drawn) {
    List<Drawing> pages = new ArrayList<>(Collections.nCopies(jpegs, a4(jpeg)));
    pages.addAll(Collections.nCopies(drawn, g4(bits)));
    try (PDDocument document = new PDDocument()) {
      for (Drawing each : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          each.draw(document, page, content);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
