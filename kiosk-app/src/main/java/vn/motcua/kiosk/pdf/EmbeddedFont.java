package vn.motcua.kiosk.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One face in one document; only the letters that were used are embedded. Text is brought to NFC
 * and set letter by letter, without ligatures, so that what is copied out is what was put in.
 */
public final class EmbeddedFont {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Glyph(byte[] code, double width) {}

  private final PDType0Font font;
  private final Map<Integer, Optional<Glyph>> glyphs = new HashMap<>();

  EmbeddedFont(PDDocument document, FontFace face) throws IOException {
    try (InputStream in = EmbeddedFont.class.getResourceAsStream(face.resource())) {
      if (in == null) {
        throw new IllegalStateException("font not on the class path: " + face.resource());
      }
      // Ligatures and other substitutions are not wanted, and take long to load.
      TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(in));
      outlines.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(outlines);
      font = PDType0Font.load(document, outlines, true);
    }
  }

  /** Puts the letters that were used into the document; to be called once, before it is saved. */
  void embed() throws IOException {
    font.subset();
  }

  PDType0Font font() {
    return font;
  }

  /** Whether the face can draw {@code codePoint}. */
  public boolean has(int codePoint) {
    return glyph(codePoint).isPresent();
  }

  /** The width of {@code text} at size 1; letters that the face lacks count nothing. */
  public double width(String text) {
    return nfc(text).codePoints().mapToDouble(c -> glyph(c).map(Glyph::width).orElse(0.0)).sum();
  }

  /** The operand of a {@code Tj}; letters that the face lacks are left out. */
  String hex(String text) {
    StringBuilder hex = new StringBuilder();
    nfc(text)
        .codePoints()
        .forEach(c ->
            glyph(c)
                .ifPresent(g -> {
                  font.addToSubset(c);
                  hex.append(HexFormat.of().withUpperCase().formatHex(g.code));
                }));
    return hex.toString();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private Optional<Glyph> glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::look);
  }

  private Optional<Glyph> look(int codePoint) {
    if (Character.isISOControl(codePoint)) {
      return Optional.empty();
    }
    try {
      byte[] code = font.encode(Character.toString(codePoint));
      int cid = (code[0] & 0xFF) << 8 | (code[1] & 0xFF);
      return Optional.of(new Glyph(code, font.getWidth(cid) / 1000.0));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // PDFBox's way of saying that the face lacks it
    } catch (IOException e) {
      throw new IllegalStateException("a font in memory could not be read", e);
    }
  }
}
