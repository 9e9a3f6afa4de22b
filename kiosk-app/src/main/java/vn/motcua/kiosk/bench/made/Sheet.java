package vn.motcua.kiosk.bench.made;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * An A4 sheet that is drawn on in points, y downwards, and remembers its words. It lies askew from
 * the start: what is drawn is turned, not the picture, so that nothing is blurred or slow.
 */
final class Sheet {
  static final double WIDTH = 210 / 25.4 * 72;
  static final double HEIGHT = 297 / 25.4 * 72;

  static final Color BLACK = new Color(0x18181c);

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final BufferedImage image;
  private final int dpi;
  private final Graphics2D graphics;
  private final List<MadeWord> words = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> line = new ArrayList<>();

  /**
   * @param skew degrees, clockwise
   */
  Sheet(int dpi, double skew) {
    this.dpi = dpi;
    image =
        new BufferedImage(
            (int) Math.round(WIDTH * dpi / 72),
            (int) Math.round(HEIGHT * dpi / 72),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(dpi / 72.0, dpi / 72.0);
    graphics.rotate(Math.toRadians(skew), WIDTH / 2, HEIGHT / 2);
    graphics.setColor(BLACK);
  }

  /** Set text, ready to be measured and drawn. */
  static GlyphVector set(Font font, String text) {
    return font.createGlyphVector(EXACT, text);
  }

  static double width(Font font, String text) {
    return width(set(font, text));
  }

  static double width(GlyphVector set) {
    return set.getGlyphPosition(set.getNumGlyphs()).getX();
  }

  /** Draws printed words at {@code x} on the line; gives the x behind the last. */
  double words(String text, Font font, double x, double baseline) {
    double space = width(font, " ");
    double at = x;
    for (String word : text.split(" ")) {
      GlyphVector set = set(font, word);
      graphics.drawGlyphVector(set, (float) at, (float) baseline);
      double end = at + width(set);
      record(word, font, at, end, baseline);
      at = end + space;
    }
    return at - space;
  }

  /** Remembers a word that somebody drew. */
  void record(String word, Font font, double left, double right, double baseline) {
    var metrics = font.getLineMetrics(word, EXACT);
    String text = Normalizer.normalize(word, Normalizer.Form.NFC);
    words.add(
        new MadeWord(
            text, left, baseline - metrics.getAscent(), right, baseline + metrics.getDescent()));
    line.add(text);
  }

  /** What was written since the last call is one line of the text. */
  void endLine() {
    if (!line.isEmpty()) {
      lines.add(String.join(" ", line));
      line.clear();
    }
  }

  /**
   * The pen; its space is points on the straight sheet. Whoever changes more than colour copies.
   */
  Graphics2D pen() {
    return graphics;
  }

  /** A pen of one's own in a space of its own. */
  Graphics2D pen(AffineTransform space) {
    Graphics2D own = (Graphics2D) graphics.create();
    own.transform(space);
    return own;
  }

  List<MadeWord> words() {
    return words;
  }

  List<String> lines() {
    return lines;
  }

  int dpi() {
    return dpi;
  }

  Raster raster() {
    return new Raster(
        ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
        image.getWidth(),
        image.getHeight());
  }
}
