package vn.motcua.scanner.paper.camera;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks for what speaks against a picture of a sheet. */
final class Doubts {
  /** NĐ 30/2020 Phụ lục I. */
  static final int ARCHIVE_DPI = 200;

  /** Brightness of paper under which print drowns in the camera's noise. */
  private static final int DIM = 88;

  /** Pixels over which an edge of a sharp picture spreads at most. */
  private static final double SOFT_PIXELS = 2.75;

  /** Millimetres on the sheet that are sharp enough whatever the pixels say: half a stroke. */
  private static final double FINE_MILLIMETRES = 0.28;

  private static final double GLARE = 0.0012;
  private static final double STEEPEST = 28;
  private static final double SHORTENED = 0.62;

  /** A slant of some 48°: along one direction a third of the detail is lost. */
  private static final double FLATTENED = 1.45;

  private Doubts() {}

  /** What can be said of the sheet's place in {@code picture} alone. */
  static List<Doubt> ofPlace(FoundSheet sheet, Picture picture) {
    List<Doubt> doubts = new ArrayList<>();
    if (sheet.cutOff()) {
      doubts.add(new Doubt.CutOff());
    }
    if (skewed(sheet.corners())
        || Homography.shortening(sheet.corners(), picture.width(), picture.height()) > FLATTENED) {
      doubts.add(new Doubt.Skewed());
    }
    return doubts;
  }

  /**
   * What can be said of the sheet laid flat, before its light is evened.
   *
   * @param from the picture that it was cut from
   */
  static List<Doubt> ofSheet(Perspective.Upright flat, Picture from, Quad corners) {
    List<Doubt> doubts = new ArrayList<>();
    OptionalDouble spread = Sharpness.spread(flat.picture(), from, corners);
    if (spread.isPresent()) {
      double millimetres = spread.getAsDouble() / flat.dpi() * 25.4;
      if (spread.getAsDouble() > SOFT_PIXELS && millimetres > FINE_MILLIMETRES) {
        doubts.add(new Doubt.Blur((int) Math.round(millimetres * 1000)));
      }
    }
    PaperCells cells = new PaperCells(flat.picture());
    glare(cells).ifPresent(doubts::add);
    int paper = Math.round(cells.brightness(0.7));
    if (paper < DIM) {
      doubts.add(new Doubt.TooDark(paper));
    }
    return doubts;
  }

  /** Whether a mirrored lamp hides a part of the sheet. */
  static Optional<Doubt> glare(PaperCells cells) {
    double hidden = GlareSpots.hidden(cells);
    return hidden > GLARE
        ? Optional.of(new Doubt.Glare((int) Math.round(hidden * 1000)))
        : Optional.empty();
  }

  /** Whether there are too few pixels. */
  static List<Doubt> ofSize(double dpi) {
    // A pixel more or less at the edge is no reason to frighten anybody.
    return dpi < ARCHIVE_DPI * 0.985
        ? List.of(new Doubt.TooSmall((int) Math.floor(dpi)))
        : List.of();
  }

  private static boolean skewed(Quad quad) {
    double worst = 0;
    for (double angle : quad.angles()) {
      worst = Math.max(worst, Math.abs(angle - 90));
    }
    List<Point> at = quad.corners();
    double across = shortened(at.get(0), at.get(1), at.get(3), at.get(2));
    double down = shortened(at.get(0), at.get(3), at.get(1), at.get(2));
    double proportion = quad.height() / quad.width();
    double flattest = Collections.min(List.of(across, down));
    return worst > STEEPEST || flattest < SHORTENED || Math.max(proportion, 1 / proportion) > 2.1;
  }

  private static double shortened(Point a, Point b, Point c, Point d) {
    double one = a.distance(b);
    double other = c.distance(d);
    return Math.min(one, other) / Math.max(one, other);
  }
}
