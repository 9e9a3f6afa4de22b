package vn.motcua.scanner.paper.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries all quadrilaterals that two pairs of facing lines make and gives each a mark: its sides
 * should be edges from corner to corner and not beyond, the paper close inside blank, of one
 * colour, and unlike the table.
 */
final class QuadChoice {
  /** Cosine of 145°: opposite sides of a sheet seen askew. */
  private static final double FACING = -0.82;

  /** Sine of 34°: by how much neighbouring sides may miss the right angle. */
  private static final double SQUARE = 0.56;

  private static final double SMALLEST = 0.06;
  private static final double OUTSIDE = 0.12;

  private final EdgeMap map;
  private final List<LineEvidence> lines = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY;
  private Optional<Found> found = Optional.empty();

  /**
   * A quadrilateral and what speaks for it.
   *
   * @param mark about 1 for a sheet that is wholly there, under 0.4 for chance
   * @param borders how many of its sides are the picture's own edges
   */
  record Found(Quad quad, double mark, int borders) {}

  /** One of two facing lines, by their numbers. */
  private record Pair(int a, int b) {}

  private QuadChoice(EdgeMap map) {
    this.map = map;
  }

  /**
   * The best quadrilateral.
   *
   * @param dark true to look for a sheet that is darker than the table
   */
  static Optional<Found> of(EdgeMap map, List<Line> seen, boolean dark) {
    QuadChoice choice = new QuadChoice(map);
    for (Line line : seen) {
      choice.lines.add(new LineEvidence(map, dark ? line.turned() : line, dark));
    }
    choice.addBorder(1, 0, 1);
    choice.addBorder(-1, 0, -(map.width - 1));
    choice.addBorder(0, 1, 1);
    choice.addBorder(0, -1, -(map.height - 1));
    choice.search();
    return choice.found;
  }

  private void addBorder(double nx, double ny, double offset) {
    lines.add(new LineEvidence(map, new Line(nx, ny, offset, true), false));
  }

  private void search() {
    List<Pair> pairs = pairs();
    for (int i = 0; i < pairs.size(); i++) {
      Pair one = pairs.get(i);
      Line a = lines.get(one.a()).line;
      for (int j = i + 1; j < pairs.size(); j++) {
        Pair other = pairs.get(j);
        if (Math.abs(a.facing(lines.get(other.a()).line)) < SQUARE) {
          judge(one, other);
        }
      }
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    double apart = 0.14 * Math.min(map.width, map.height);
    double cx = map.width / 2.0;
    double cy = map.height / 2.0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        Line a = lines.get(i).line;
        Line b = lines.get(j).line;
        if (a.facing(b) < FACING
            && a.distance(cx, cy) + b.distance(cx, cy) > apart
            && !(a.border() && b.border())) {
          pairs.add(new Pair(i, j));
        }
      }
    }
    return pairs;
  }

  private void judge(Pair one, Pair other) {
    LineEvidence[] round = {
      lines.get(one.a()), lines.get(other.a()), lines.get(one.b()), lines.get(other.b())
    };
    Point[] corners = new Point[4];
    for (int i = 0; i < 4; i++) {
      Optional<Point> corner = round[i].line.cross(round[(i + 1) % 4].line);
      if (corner.isEmpty() || !near(corner.get())) {
        return;
      }
      corners[i] = corner.get();
    }
    double area = area(corners);
    if (Math.abs(area) < SMALLEST * map.width * map.height || !plausible(round, corners)) {
      return;
    }
    double mark = mark(round, corners, Math.abs(area));
    if (mark > best) {
      best = mark;
      int borders = 0;
      for (LineEvidence each : round) {
        borders += each.line.border() ? 1 : 0;
      }
      List<Point> clockwise =
          area > 0 ? List.of(corners) : List.of(corners[3], corners[2], corners[1], corners[0]);
      found = Optional.of(new Found(Quad.clockwise(clockwise), mark, borders));
    }
  }

  private boolean near(Point corner) {
    double dx = OUTSIDE * map.width;
    double dy = OUTSIDE * map.height;
    return corner.x() > -dx
        && corner.y() > -dy
        && corner.x() < map.width + dx
        && corner.y() < map.height + dy;
  }

  private static double area(Point[] corners) {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      Point a = corners[i];
      Point b = corners[(i + 1) % 4];
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2;
  }

  /** Each side must face the two corners that are not on it, and the sides must make a sheet. */
  private static boolean plausible(LineEvidence[] round, Point[] corners) {
    double[] length = new double[4];
    for (int i = 0; i < 4; i++) {
      // Side i runs from corner i - 1 to corner i.
      Line line = round[i].line;
      Point across = corners[(i + 1) % 4];
      Point too = corners[(i + 2) % 4];
      if (line.distance(across.x(), across.y()) < 10 || line.distance(too.x(), too.y()) < 10) {
        return false;
      }
      length[i] = corners[(i + 3) % 4].distance(corners[i]);
    }
    double across = (length[0] + length[2]) / 2;
    double down = (length[1] + length[3]) / 2;
    return ratio(length[0], length[2]) > 0.45
        && ratio(length[1], length[3]) > 0.45
        && ratio(across, down) > 0.42;
  }

  private static double ratio(double a, double b) {
    return Math.min(a, b) / Math.max(a, b);
  }

  private double mark(LineEvidence[] round, Point[] corners, double area) {
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    double rough = 0;
    int borders = 0;
    double[][] colours = new double[4][3];
    for (int i = 0; i < 4; i++) {
      Line line = round[i].line;
      Point from = corners[(i + 3) % 4];
      Point to = corners[i];
      double a = line.along(from.x(), from.y());
      double b = line.along(to.x(), to.y());
      double length = Math.abs(b - a);
      LineEvidence.Stretch side = round[i].between(a, b);
      if (side.seen() < 0.55 * length) {
        return Double.NEGATIVE_INFINITY;
      }
      double mark;
      if (line.border()) {
        borders++;
        mark = 0.5 - 0.4 * side.marked();
      } else {
        double contrast = Math.clamp(side.contrast() / 9, -0.4, 1);
        mark =
            side.edge() * (0.5 + 0.5 * contrast)
                - 0.35 * side.marked()
                - 0.3 * beyond(round[i], a, b, length);
      }
      rough += side.rough();
      least = Math.min(least, mark);
      sum += mark;
      if (0.4 * least + 0.6 * (sum + 3 - i) / 4 + 0.3 < best) {
        return Double.NEGATIVE_INFINITY;
      }
      for (int channel = 0; channel < 3; channel++) {
        colours[i][channel] = side.colour(channel);
      }
    }
    double size = Math.sqrt(area / (map.width * (double) map.height));
    return 0.4 * least
        + 0.6 * sum / 4
        + 0.25 * size
        - 0.1 * borders
        - Math.clamp(4 * (rough / 4 - 0.03), 0, 0.5)
        - 0.5 * unlike(colours);
  }

  /** How much of the line goes on as an edge behind the corners, 0 to 1. */
  private static double beyond(LineEvidence evidence, double a, double b, double length) {
    double reach = Math.clamp(0.15 * length, 12, 45);
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    LineEvidence.Stretch before = evidence.between(low - reach, low - 4);
    LineEvidence.Stretch after = evidence.between(high + 4, high + reach);
    double sum = 0;
    if (before.seen() >= 8) {
      sum += before.edge();
    }
    if (after.seen() >= 8) {
      sum += after.edge();
    }
    return sum / 2;
  }

  /** How different the paper looks at its four sides, 0 for alike, 1 for not one sheet. */
  private static double unlike(double[][] colours) {
    double brightness = 0;
    double tint = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        double[] p = colours[i];
        double[] q = colours[j];
        brightness =
            Math.max(brightness, Math.abs(p[1] - q[1]) / Math.max(60, Math.max(p[1], q[1])));
        double blue = Math.abs(p[0] / Math.max(20, p[1]) - q[0] / Math.max(20, q[1]));
        double red = Math.abs(p[2] / Math.max(20, p[1]) - q[2] / Math.max(20, q[1]));
        tint = Math.max(tint, Math.max(blue, red));
      }
    }
    return Math.clamp((brightness - 0.35) * 1.5, 0, 0.6) + Math.clamp((tint - 0.12) * 2.5, 0, 0.6);
  }
}
