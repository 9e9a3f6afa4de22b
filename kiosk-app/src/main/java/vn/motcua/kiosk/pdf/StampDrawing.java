package vn.motcua.kiosk.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * A small drawing for an annotation of a document that exists already; fonts are embedded as
 * subsets, so that a PDF/A stays one.
 */
public final class StampDrawing {
  private final PDDocument document;
  private final PageContent content = new PageContent();
  private final EmbeddedFont font;

  public StampDrawing(PDDocument document, FontFace face) throws IOException {
    this.document = document;
    this.font = new EmbeddedFont(document, face);
  }

  /** The face, for measuring and for {@link PageContent#text}. */
  public EmbeddedFont font() {
    return font;
  }

  /** What is drawn; the origin is the drawing's lower left corner. */
  public PageContent content() {
    return content;
  }

  /** Finishes the drawing; to be called once. */
  public PDAppearanceStream finish(double width, double height) throws IOException {
    font.embed();
    PDAppearanceStream form = new PDAppearanceStream(document);
    try (OutputStream out = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.bytes());
    }
    form.setBBox(new PDRectangle((float) width, (float) height));
    form.setResources(content.resources());
    return form;
  }
}
