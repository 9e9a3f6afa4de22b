package vn.motcua.kiosk.forms;

import java.io.IOException;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.FontFace;

/** The four faces of one document. */
record Faces(
    EmbeddedFont regular, EmbeddedFont bold, EmbeddedFont italic, EmbeddedFont boldItalic) {
  static Faces of(ArchiveDocument document) throws IOException {
    return new Faces(
        document.font(FontFace.REGULAR),
        document.font(FontFace.BOLD),
        document.font(FontFace.ITALIC),
        document.font(FontFace.BOLD_ITALIC));
  }
}
