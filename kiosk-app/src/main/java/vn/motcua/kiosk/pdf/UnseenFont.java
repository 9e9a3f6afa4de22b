package vn.motcua.kiosk.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The font of the text that lies unseen over a scanned page: every letter of Unicode's first plane,
 * with about the width that it has in print, and nothing to draw. One to three kB a document, where
 * a real face costs thirty. Codes are UTF-16 (Identity-H), so that what is copied is what was read.
 */
public final class UnseenFont {
  private static final String NAME = "MotCuaUnseen";

  /** The widths are looked up in one face for all documents; parsing it takes a while. */
  private static final class Widths {
    private static final LetterWidths BOOK = new LetterWidths(FontFace.REGULAR);
  }

  private final PDDocument document;
  private final COSDictionary font = new COSDictionary();

  /** The letters that were used, and the glyph of each. */
  private final Map<Integer, Integer> used = new TreeMap<>();

  UnseenFont(PDDocument document) {
    this.document = document;
  }

  /** To be put among a page's resources; complete after {@link #embed}. */
  COSDictionary dictionary() {
    return font;
  }

  /** The width of {@code text} at size 1. */
  public double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += glyph(text.charAt(i)) * BlankGlyphs.STEP / 1000.0;
    }
    return width;
  }

  /** The operand of a {@code Tj}. Letters beyond the first plane are left out. */
  String hex(String text) {
    StringBuilder hex = new StringBuilder();
    HexFormat format = HexFormat.of().withUpperCase();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int glyph = glyph(letter);
      if (glyph > 0) {
        used.put((int) letter, glyph);
        hex.append(format.toHexDigits(letter));
      }
    }
    return hex.toString();
  }

  private static int glyph(char letter) {
    return Character.isSurrogate(letter) || Character.isISOControl(letter)
        ? 0
        : BlankGlyphs.nearest(Widths.BOOK.of(letter));
  }

  /** Puts the font into the document; to be called once, before it is saved. */
  void embed() throws IOException {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, NAME);
    descriptor.setInt(COSName.FLAGS, 4); // symbolic: no encoding but its own
    descriptor.setItem(COSName.FONT_BBOX, integers(0, BlankGlyphs.DESCENT, 1000, 900));
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, BlankGlyphs.ASCENT);
    descriptor.setInt(COSName.DESCENT, BlankGlyphs.DESCENT);
    descriptor.setInt(COSName.CAP_HEIGHT, 700);
    descriptor.setInt(COSName.STEM_V, 80);
    byte[] program = BlankGlyphs.program();
    COSStream file = stream(program);
    file.setInt(COSName.LENGTH1, program.length);
    descriptor.setItem(COSName.FONT_FILE2, file);

    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);

    COSDictionary letters = new COSDictionary();
    letters.setItem(COSName.TYPE, COSName.FONT);
    letters.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    letters.setName(COSName.BASE_FONT, NAME);
    letters.setItem(COSName.CIDSYSTEMINFO, system);
    letters.setItem(COSName.FONT_DESC, descriptor);
    letters.setInt(COSName.DW, 0);
    letters.setItem(COSName.W, widths());
    letters.setItem(COSName.CID_TO_GID_MAP, stream(glyphs()));

    COSArray descendants = new COSArray();
    descendants.add(letters);
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, NAME);
    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    font.setItem(COSName.TO_UNICODE, stream(toUnicode()));
  }

  private COSArray widths() {
    COSArray widths = new COSArray();
    used.forEach((letter, glyph) -> {
      widths.add(COSInteger.get(letter));
      widths.add(integers(glyph * BlankGlyphs.STEP));
    });
    return widths;
  }

  private byte[] glyphs() {
    int last = used.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    byte[] glyphs = new byte[2 * (last + 1)];
    used.forEach((letter, glyph) -> glyphs[2 * letter + 1] = glyph.byteValue());
    return glyphs;
  }

  /** ISO 32000-1 §9.10.3; a block of such a map has at most 100 entries. */
  private byte[] toUnicode() {
    StringBuilder map = new StringBuilder();
    map.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
        .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
        .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
        .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    Iterator<Integer> letters = used.keySet().iterator();
    for (int left = used.size(); left > 0; left -= 100) {
      int block = Math.min(100, left);
      map.append(block).append(" beginbfchar\n");
      for (int i = 0; i < block; i++) {
        String code = String.format(Locale.ROOT, "<%04X>", letters.next());
        map.append(code).append(' ').append(code).append('\n');
      }
      map.append("endbfchar\n");
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private COSStream stream(byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE)
        .getCOSObject();
  }

  private static COSArray integers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }
}
