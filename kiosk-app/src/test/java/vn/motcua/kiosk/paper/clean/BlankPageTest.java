package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

class BlankPageTest {
  private static final Color BLACK = new Color(30, 30, 32);
  private static final Color BLUE = new Color(35, 50, 150);
  private static final Color RED = new Color(205, 35, 45);

  /** Nothing was written on these. */
  private static final List<UnaryOperator<CleanPages>> BLANK =
      List.of(
          p -> p,
          BlankPageTest::otherSide,
          p -> otherSide(p).dust(40, 0.5),
          BlankPageTest::punched,
          p -> punched(p).light((x, y) -> 1 - 0.25 * Math.exp(-x / 0.04)),
          p -> stapled(p).dust(60, 0.6),
          p -> p.dust(150, 0.7),
          p -> p.light((x, y) -> 1 - 0.3 * Math.exp(-x / 0.05) - 0.2 * Math.exp(-(1 - y) / 0.06)),
          p -> p.box(0, 0, 3 + 9 * p.random.nextDouble(), 297, BLACK).box(0, 290, 210, 7, BLACK),
          p -> notebook(p, 8 + p.random.nextInt(3), new Color(150, 175, 215)),
          p -> squared(p, p.random.nextBoolean() ? 5 : 2.5, new Color(165, 170, 210)),
          p -> otherSideStamp(p));

  /** These must stay. */
  private static final List<UnaryOperator<CleanPages>> WRITTEN =
      List.of(
          p -> p.scribble(spot(p, 150), spot(p, 250), 40, 15, 0.45, BLUE),
          p ->
              p.stamp(
                  spot(p, 150), spot(p, 230), 36, faded(RED, 0.3 + 0.7 * p.random.nextDouble())),
          p -> p.text("" + (1 + p.random.nextInt(99)), 103, 285, CleanPages.TINOS, 11, BLACK),
          p -> p.text("- " + p.random.nextInt(9) + " -", 100, 15, CleanPages.TINOS, 12, BLACK),
          p ->
              p.scribble(
                  spot(p, 120),
                  spot(p, 200),
                  60,
                  8,
                  0.4,
                  faded(new Color(70, 70, 75), 0.45 + 0.4 * p.random.nextDouble())),
          p -> p.text("14/3/2025", spot(p, 150), spot(p, 250), "BeVietnamPro_400Regular", 10, BLUE),
          p -> p.fingerprint(spot(p, 170), spot(p, 250), p.random.nextBoolean() ? RED : BLACK),
          p -> notebook(p, 8, new Color(150, 175, 215)).scribble(40, 80, 60, 7, 0.4, BLUE),
          p -> squared(p, 5, new Color(165, 170, 210)).scribble(40, 80, 40, 7, 0.4, BLACK),
          p -> otherSide(p).scribble(spot(p, 120), spot(p, 230), 45, 12, 0.45, BLUE),
          p -> p.lines(30, 60, CleanPages.TINOS, 12, false),
          p -> {
            p.g.setColor(BLUE);
            p.g.setStroke(new BasicStroke(0.45f));
            p.line(30, 40, 180, 260);
            return p;
          },
          p ->
              punched(p)
                  .text("Đã kiểm tra", spot(p, 150), spot(p, 250), CleanPages.TINOS, 11, BLACK));

  private static double spot(CleanPages p, double most) {
    return 25 + p.random.nextDouble() * (most - 25);
  }

  private static Color faded(Color ink, double strength) {
    return new Color(
        (int) (ink.getRed() * strength + 246 * (1 - strength)),
        (int) (ink.getGreen() * strength + 246 * (1 - strength)),
        (int) (ink.getBlue() * strength + 246 * (1 - strength)));
  }

  private static CleanPages otherSide(CleanPages p) {
    return otherSide(p, 0.05 + 0.12 * p.random.nextDouble());
  }

  private static CleanPages otherSide(CleanPages p, double strength) {
    Color ink = faded(new Color(30, 30, 30), strength);
    java.awt.geom.AffineTransform kept = p.g.getTransform();
    p.g.translate(210, 0);
    p.g.scale(-1, 1);
    for (double y = 35; y < 240; y += 6.5) {
      p.text(p.sentence(), 25, y, CleanPages.TINOS, 13, ink);
    }
    p.g.setTransform(kept);
    return p.blur(0.15 + 0.1 * p.random.nextDouble());
  }

  private static CleanPages otherSideStamp(CleanPages p) {
    return p.stamp(spot(p, 150), spot(p, 230), 34, faded(RED, 0.06 + 0.1 * p.random.nextDouble()))
        .blur(0.25);
  }

  private static CleanPages punched(CleanPages p) {
    Color through = p.random.nextBoolean() ? BLACK : new Color(120, 120, 120);
    int count = p.random.nextBoolean() ? 2 : 4;
    double from = 148.5 - 40 * (count - 1);
    for (int i = 0; i < count; i++) {
      p.hole(12, from + 80 * i, 5.5 + p.random.nextDouble(), through);
    }
    return p;
  }

  private static CleanPages stapled(CleanPages p) {
    p.g.setColor(new Color(90, 90, 95));
    p.g.setStroke(new BasicStroke(0.6f));
    double x = 8 + p.random.nextDouble() * 6;
    double y = 8 + p.random.nextDouble() * 6;
    p.line(x, y + 7 * p.random.nextDouble(), x + 10, y);
    return p;
  }

  private static CleanPages notebook(CleanPages p, double step, Color ink) {
    p.g.setColor(ink);
    p.g.setStroke(new BasicStroke(0.25f));
    for (double y = 25; y < 285; y += step) {
      p.line(0, y, 210, y);
    }
    p.g.setColor(new Color(225, 140, 140));
    p.line(25, 0, 25, 297);
    return p;
  }

  private static CleanPages squared(CleanPages p, double step, Color ink) {
    p.g.setColor(ink);
    p.g.setStroke(new BasicStroke(0.22f));
    for (double y = 10; y < 287; y += step) {
      p.line(8, y, 202, y);
    }
    for (double x = 8; x < 203; x += step) {
      p.line(x, 10, x, 287);
    }
    return p;
  }

  private static final List<Color> PAPERS =
      List.of(
          new Color(250, 250, 250),
          new Color(247, 246, 243),
          new Color(238, 226, 190),
          new Color(225, 236, 222),
          new Color(246, 220, 225),
          new Color(214, 210, 203));

  private static final double[] DPI = {150, 200, 100, 150, 300, 200};

  static BlankPage look(UnaryOperator<CleanPages> kind, int seed, double dpi) {
    Color paper = PAPERS.get(seed % PAPERS.size());
    double lean = (seed * 13 % 70 - 35) / 10.0;
    CleanPages drawn =
        kind.apply(new CleanPages(seed, dpi, 210, 297, paper).lean(lean)).noise(1 + seed % 4);
    if (seed % 3 == 0) {
      try (ColourPix colour = drawn.colour()) {
        return BlankPage.of(colour, dpi);
      }
    }
    // A bitonal scanner drops what is lighter than about half of its paper.
    try (GreyPix grey =
        seed % 7 == 1 && paper.getBlue() > 215 ? drawn.bitonal(150) : drawn.grey()) {
      return BlankPage.of(grey, dpi);
    }
  }

  private static int proposed(
      List<UnaryOperator<CleanPages>> kinds, int each, double[] dpis, StringBuilder told) {
    int proposed = 0;
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (int i = 0; i < each; i++) {
        int seed = kind * 1000 + i;
        double dpi = dpis[i % dpis.length];
        BlankPage answer = look(kinds.get(kind), seed, dpi);
        proposed += answer.proposed() ? 1 : 0;
        told.append("kind %d seed %d dpi %.0f %s%n".formatted(kind, seed, dpi, answer));
      }
    }
    return proposed;
  }

  @Test
  void proposesBlankPages() {
    StringBuilder told = new StringBuilder();
    int proposed = proposed(BLANK, 2, new double[] {100, 150}, told);
    assertThat(proposed).as(told.toString()).isEqualTo(BLANK.size() * 2);
  }

  @Test
  void proposesNothingThatIsWrittenOn() {
    StringBuilder told = new StringBuilder();
    int proposed = proposed(WRITTEN, 2, new double[] {100, 150}, told);
    assertThat(proposed).as(told.toString()).isZero();
  }

  @Test
  void saysWhatItSaw() {
    assertThat(look(BLANK.get(0), 1, 150).why()).isEqualTo(BlankPage.Why.EMPTY);
    assertThat(look(p -> otherSide(p, 0.2), 7, 150).why()).isEqualTo(BlankPage.Why.BLEED_THROUGH);
    assertThat(look(BLANK.get(10), 5, 150).why()).isEqualTo(BlankPage.Why.RULED);
    assertThat(look(WRITTEN.get(10), 5, 150).why()).isEqualTo(BlankPage.Why.WRITTEN);
  }

  @Test
  void leavesABlackPageToTheReader() {
    CleanPages black = new CleanPages(1, 100, 210, 297, new Color(25, 25, 25));
    try (GreyPix grey = black.noise(2).grey()) {
      assertThat(BlankPage.of(grey, 100).proposed()).isFalse();
    }
  }

  @Test
  @Tag("long")
  void keepsItsFiguresOverManyPages() {
    StringBuilder told = new StringBuilder();
    int each = 30;
    assertThat(proposed(WRITTEN, each, DPI, told)).as(told.toString()).isZero();
    assertThat(proposed(BLANK, each, DPI, told))
        .as(told.toString())
        .isGreaterThanOrEqualTo((int) Math.ceil(0.95 * each * BLANK.size()));
  }
}
