package vn.motcua.kiosk.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A TrueType program whose glyphs have a width and no outline (OpenType 1.9, the tables that ISO
 * 32000-1 §9.9 wants of an embedded CIDFontType2). Glyph {@code n} is {@code n} × {@link #STEP}
 * thousandths of the size wide.
 */
final class BlankGlyphs {
  /** Thousandths of the size from one width to the next. */
  static final int STEP = 25;

  /** Glyphs, the missing one (0) included; the widest is 1,200 thousandths wide. */
  static final int COUNT = 49;

  static final int ASCENT = 900;
  static final int DESCENT = -250;

  private static final int UNITS = 1000;

  private BlankGlyphs() {}

  /** The glyph that is nearest to {@code thousandths} wide. */
  static int nearest(double thousandths) {
    return (int) Math.clamp(Math.round(thousandths / STEP), 1, COUNT - 1);
  }

  static byte[] program() {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    tables.put("cmap", table(out -> shorts(out, 0, 0)));
    tables.put("glyf", new byte[4]); // no outline; some readers refuse a table of no length
    tables.put("head", table(BlankGlyphs::head));
    tables.put("hhea", table(BlankGlyphs::hhea));
    tables.put(
        "hmtx",
        table(out -> {
          for (int glyph = 0; glyph < COUNT; glyph++) {
            shorts(out, glyph * STEP, 0);
          }
        }));
    tables.put("loca", new byte[2 * (COUNT + 1)]);
    tables.put(
        "maxp",
        table(out -> {
          out.writeInt(0x00010000);
          shorts(out, COUNT, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        }));
    tables.put(
        "post",
        table(out -> {
          out.writeInt(0x00030000);
          out.writeInt(0);
          shorts(out, -100, 50);
          for (int i = 0; i < 5; i++) {
            out.writeInt(0);
          }
        }));
    return joined(tables);
  }

  private static void head(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    out.writeInt(0x00010000);
    out.writeInt(0); // the check sum's balance is set when all is joined
    out.writeInt(0x5F0F3CF5);
    shorts(out, 0, UNITS);
    out.writeLong(0);
    out.writeLong(0);
    shorts(out, 0, DESCENT, UNITS, ASCENT, 0, 8, 2, 0, 0);
  }

  private static void hhea(DataOutputStream out) throws IOException {
    out.writeInt(0x00010000);
    shorts(out, ASCENT, DESCENT, 0, (COUNT - 1) * STEP, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, COUNT);
  }

  private static byte[] joined(Map<String, byte[]> tables) {
    int power = Integer.highestOneBit(tables.size());
    byte[] font =
        table(out -> {
          out.writeInt(0x00010000);
          shorts(
              out,
              tables.size(),
              power * 16,
              Integer.numberOfTrailingZeros(power),
              (tables.size() - power) * 16);
          int at = 12 + 16 * tables.size();
          for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            out.writeBytes(table.getKey());
            out.writeInt(sum(table.getValue()));
            out.writeInt(at);
            out.writeInt(table.getValue().length);
            at += padded(table.getValue().length);
          }
          for (byte[] table : tables.values()) {
            out.write(table);
            out.write(new byte[padded(table.length) - table.length]);
          }
        });
    int balance = 0xB1B0AFBA - sum(font);
    // Two tables of four bytes stand before the head, in which the balance is the third number.
    int at = 12 + 16 * tables.size() + 2 * 4 + 2 * 4;
    for (int i = 0; i < 4; i++) {
      font[at + i] = (byte) (balance >>> (24 - 8 * i));
    }
    return font;
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xFF) << (24 - 8 * (i & 3));
    }
    return sum;
  }

  private static void shorts(DataOutputStream out, int... values) throws IOException {
    for (int value : values) {
      out.writeShort(value);
    }
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] table(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
