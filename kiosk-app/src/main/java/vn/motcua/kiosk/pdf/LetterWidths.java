package vn.motcua.kiosk.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide letters are in a usual book face, in thousandths of the size. Safe for all threads. */
final class LetterWidths {
  /** For what the face lacks. */
  private static final int USUAL = 500;

  private final TrueTypeFont face;
  private final CmapLookup glyphs;

  LetterWidths(FontFace face) {
    try (InputStream in = LetterWidths.class.getResourceAsStream(face.resource())) {
      if (in == null) {
        throw new IllegalStateException("font not on the class path: " + face.resource());
      }
      this.face = new TTFParser().parse(new RandomAccessReadBuffer(in));
      this.face.setEnableGsub(false);
      this.glyphs = this.face.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized double of(char letter) {
    try {
      int glyph = glyphs.getGlyphId(letter);
      return glyph == 0 ? USUAL : face.getAdvanceWidth(glyph) * 1000.0 / face.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
