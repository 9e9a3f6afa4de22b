package vn.motcua.kiosk.paper.readback;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of invented text with places, and which values stand on it. */
final class Sheet {
  /** A4. */
  static final double WIDTH = 595;

  static final double HEIGHT = 842;

  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
  private static final Map<String, Font> FONTS = new HashMap<>();
  private static final Map<String, Font> SIZES = new HashMap<>();

  /**
   * Words in one line.
   *
   * @param block Tesseract's block: labels and values of a table have different ones
   */
  record Ink(String text, double x, double baseline, double size, String font, int block) {
    Font face() {
      Font loaded = FONTS.computeIfAbsent(font, Sheet::load);
      return SIZES.computeIfAbsent(font + size, name -> loaded.deriveFont((float) size));
    }

    double width() {
      return face().getStringBounds(text, METRICS).getWidth();
    }
  }

  final String kind;
  final List<Ink> inks = new ArrayList<>();

  /** Field → value; several lines of thought are not needed: one truth a field. */
  final Map<String, String> truth = new LinkedHashMap<>();

  double y = 60;

  Sheet(String kind) {
    this.kind = kind;
  }

  /** Puts text there; returns where it ends. */
  double put(String text, double x, double size, String font, int block) {
    Ink ink = new Ink(text, x, y, size, font, block);
    inks.add(ink);
    return x + ink.width();
  }

  void centre(String text, double size, String font) {
    double width = new Ink(text, 0, 0, size, font, 0).width();
    put(text, (WIDTH - width) / 2, size, font, 0);
    y += size * 1.5;
  }

  static double width(String text, double size, String font) {
    return new Ink(text, 0, 0, size, font, 0).width();
  }

  private static Font load(String name) {
    if (!name.endsWith(".ttf")) {
      return new Font(name, Font.PLAIN, 1);
    }
    try (InputStream in = Sheet.class.getResourceAsStream("/vn/motcua/kiosk/fonts/" + name)) {
      return Font.createFont(Font.TRUETYPE_FONT, java.util.Objects.requireNonNull(in));
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
