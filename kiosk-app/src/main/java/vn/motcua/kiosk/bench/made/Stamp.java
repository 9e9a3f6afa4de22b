package vn.motcua.kiosk.bench.made;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A round red stamp: two rings, a star, words along the rings; pressed unevenly, turned a little.
 * Its words are no text of the page.
 */
final class Stamp {
  private static final double RADIUS = 18 / 25.4 * 72; // 36 mm across is usual

  private final RandomGenerator random;
  private final Font font;

  Stamp(RandomGenerator random, Font font) {
    this.random = random;
    this.font = font;
  }

  void press(Sheet sheet, double x, double y, String agency) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate((random.nextDouble() - 0.5) * 0.6);
    Graphics2D pen = sheet.pen(place);
    pen.setColor(
        new Color(190 + random.nextInt(40), 20 + random.nextInt(30), 30 + random.nextInt(35)));
    pen.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.55f + random.nextFloat() * 0.3f));
    pen.setStroke(new BasicStroke(2.2f));
    pen.draw(circle(RADIUS));
    pen.setStroke(new BasicStroke(1f));
    pen.draw(circle(RADIUS * 0.64));
    pen.fill(star(RADIUS * 0.3));
    round(pen, agency.toUpperCase(Locale.ROOT), Math.PI * 1.25, 1);
    round(pen, "* MẪU *", Math.PI * 0.62, -1);
    pen.dispose();
  }

  private static Ellipse2D circle(double radius) {
    return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
  }

  private static Path2D star(double radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? radius : radius * 0.4;
      double a = -Math.PI / 2 + i * Math.PI / 5;
      if (i == 0) {
        star.moveTo(r * Math.cos(a), r * Math.sin(a));
      } else {
        star.lineTo(r * Math.cos(a), r * Math.sin(a));
      }
    }
    star.closePath();
    return star;
  }

  /** Letters along the ring, centred at the top ({@code way} 1) or at the bottom (-1). */
  private void round(Graphics2D pen, String text, double most, int way) {
    double r = way > 0 ? RADIUS * 0.74 : RADIUS * 0.88;
    double natural = Sheet.width(font, text) / r;
    double squeeze = Math.min(1, most / natural);
    double angle = -natural * squeeze / 2;
    for (int c : text.codePoints().toArray()) {
      GlyphVector letter = Sheet.set(font, Character.toString(c));
      double step = Sheet.width(letter) / r * squeeze;
      Graphics2D own = (Graphics2D) pen.create();
      own.rotate(way * (angle + step / 2));
      own.translate(0, -way * r);
      own.scale(squeeze, 1);
      own.drawGlyphVector(letter, (float) (-Sheet.width(letter) / 2), 0);
      own.dispose();
      angle += step;
    }
  }
}
