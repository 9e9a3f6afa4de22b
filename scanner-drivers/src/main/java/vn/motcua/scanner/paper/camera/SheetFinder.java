package vn.motcua.scanner.paper.camera;

import java.util.List;
import java.util.Optional;

/**
 * Finds the sheet of paper in a picture. It looks for straight edges, puts facing ones together to
 * quadrilaterals, takes the one for which most speaks and then measures its sides in the full
 * picture. So a hand over a part of a side, a pattern on the table or a faint edge of white paper
 * on a light table does no harm.
 */
public final class SheetFinder {
  /** Confidence from which it is a sheet. */
  public static final double SURE = 0.6;

  private static final int SIDE = 640;

  private SheetFinder() {}

  /**
   * The sheet in {@code picture}, the most conspicuous if there are several; nothing if there is
   * none that can be told from the table. Takes some 10 ms for 1280 × 720 pixels.
   */
  public static Optional<FoundSheet> find(Picture picture) {
    int factor = picture.shrinking(SIDE);
    Picture small = picture.shrunk(factor);
    if (small.width() < 40 || small.height() < 40) {
      return Optional.empty();
    }
    EdgeMap map = new EdgeMap(small);
    List<Line> lines = new LineVotes(map).lines();
    Optional<QuadChoice.Found> best =
        QuadChoice.of(map, lines, false).filter(each -> each.mark() >= SURE);
    if (best.isEmpty()) {
      best = QuadChoice.of(map, lines, true).filter(each -> each.mark() >= SURE + 0.1);
    }
    return best.map(each -> sheet(picture, small, each, factor));
  }

  private static FoundSheet sheet(
      Picture picture, Picture small, QuadChoice.Found found, int factor) {
    Quad rough = new EdgeFit(small).refined(found.quad(), 3);
    Quad exact =
        factor == 1 ? rough : new EdgeFit(picture).refined(rough.times(factor), 1.5 * factor);
    boolean cutOff = found.borders() > 0 || outside(exact, picture);
    return new FoundSheet(exact, Math.min(1, found.mark()), cutOff);
  }

  private static boolean outside(Quad quad, Picture picture) {
    return quad.corners().stream()
        .anyMatch(at ->
            at.x() < 0.5
                || at.y() < 0.5
                || at.x() > picture.width() - 0.5
                || at.y() > picture.height() - 0.5);
  }
}
