package vn.motcua.kiosk.bench.made;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.random.RandomGenerator;

/**
 * Words letter by letter from an unsteady hand with a blue pen, and signatures. No letter is like
 * the one before: size, slant and height above the line differ.
 */
final class HandWriting {
  private static final double SLANT = -0.18;

  private final RandomGenerator random;
  private final Font font;
  private final Color ink;

  HandWriting(RandomGenerator random, Font font) {
    this.random = random;
    this.font = font;
    this.ink =
        new Color(20 + random.nextInt(30), 30 + random.nextInt(40), 130 + random.nextInt(60));
  }

  Font font() {
    return font;
  }

  /** Writes words on the line; gives the x behind the last. */
  double write(Sheet sheet, String text, double x, double baseline) {
    double at = x;
    double rise = (random.nextDouble() - 0.3) * 0.012;
    for (String word : text.split(" ")) {
      double begin = at;
      for (int c : Normalizer.normalize(word, Normalizer.Form.NFC).codePoints().toArray()) {
        GlyphVector letter = Sheet.set(font, Character.toString(c));
        double size = 1 + random.nextGaussian() * 0.05;
        AffineTransform place =
            AffineTransform.getTranslateInstance(
                at, baseline - (at - x) * rise + random.nextGaussian() * 0.35);
        place.rotate(random.nextGaussian() * 0.035);
        place.shear(SLANT + random.nextGaussian() * 0.04, 0);
        place.scale(size, size);
        Graphics2D pen = sheet.pen(place);
        pen.setColor(ink);
        pen.drawGlyphVector(letter, 0, 0);
        pen.dispose();
        at += Sheet.width(letter) * size + random.nextGaussian() * 0.25;
      }
      sheet.record(word, font, begin, at, baseline);
      at += font.getSize2D() * (0.3 + random.nextDouble() * 0.15);
    }
    return at;
  }

  /** A signature about {@code points} wide: loops that run to the right and a stroke below. */
  void sign(Sheet sheet, double x, double y, double points) {
    Path2D.Double line = new Path2D.Double();
    line.moveTo(x, y);
    int loops = 4 + random.nextInt(4);
    double step = points / loops;
    double at = x;
    for (int i = 0; i < loops; i++) {
      double high = step * (0.5 + random.nextDouble() * 1.3);
      double next = at + step * (0.5 + random.nextDouble());
      line.curveTo(at + step * 1.2, y - high, at - step * 0.4, y - high, at + step * 0.3, y);
      line.curveTo(at + step * 0.6, y + high * 0.5, next - step * 0.2, y + high * 0.4, next, y);
      at = next;
    }
    line.moveTo(x + step * 0.5, y + step * 0.9);
    line.quadTo(x + points * 0.6, y + step * 1.6, x + points * 1.1, y + step * 0.4);
    Shape stroke =
        new java.awt.BasicStroke((float) (0.7 + random.nextDouble() * 0.8))
            .createStrokedShape(line);
    Graphics2D pen = sheet.pen(new AffineTransform());
    pen.setColor(ink);
    pen.fill(stroke);
    pen.dispose();
  }
}
