package vn.motcua.scanner.paper.camera;

/**
 * What a picture says along one line, summed up so that any stretch of it is judged at once: is
 * there an edge, what colour lies inside, how much darker is it outside, is the inside blank?
 */
final class LineEvidence {
  private static final int NEAR = 3;
  private static final int FAR = 5;

  /** Beyond a joint between two tiles or a printed rule. */
  private static final int BEYOND = 11;

  /** Steps between which the colour of paper hardly changes. */
  private static final int APART = 12;

  private static final float MOST_CONTRAST = 30;

  final Line line;
  private final int first;
  private final int[] inside;
  private final int[] edges;
  private final int[] marks;
  private final float[] contrast;
  private final float[] rough;
  private final float[][] colour = new float[3][];

  LineEvidence(EdgeMap map, Line line, boolean turned) {
    this.line = line;
    int half = (int) Math.ceil(Math.hypot(map.width, map.height));
    first = (int) Math.floor(line.along(map.width / 2.0, map.height / 2.0)) - half;
    int steps = 2 * half + 2;
    inside = new int[steps + 1];
    edges = new int[steps + 1];
    marks = new int[steps + 1];
    contrast = new float[steps + 1];
    rough = new float[steps + 1];
    for (int channel = 0; channel < 3; channel++) {
      colour[channel] = new float[steps + 1];
    }
    for (int i = 0; i < steps; i++) {
      look(map, i, turned ? -1 : 1);
    }
  }

  private void look(EdgeMap map, int i, int sign) {
    double t = first + i + 0.5;
    int here = at(map, t, 0);
    inside[i + 1] = inside[i] + (here >= 0 ? 1 : 0);
    edges[i + 1] = edges[i];
    marks[i + 1] = marks[i];
    contrast[i + 1] = contrast[i];
    rough[i + 1] = rough[i];
    for (float[] each : colour) {
      each[i + 1] = each[i];
    }
    if (here < 0) {
      return;
    }
    if (line.border()) {
      edges[i + 1]++;
    } else if (edge(map, t, sign)) {
      edges[i + 1]++;
    }
    int in1 = at(map, t, NEAR);
    int in2 = at(map, t, FAR);
    if (in1 < 0 || in2 < 0) {
      return;
    }
    if (map.edge[in1] + map.edge[in2] + edgeAt(map, at(map, t, 4)) + edgeAt(map, at(map, t, 6))
        > 0) {
      marks[i + 1]++;
    }
    float level = map.planes[1][in1] + map.planes[1][in2];
    int back = Math.max(0, i + 1 - APART);
    float before = 2 * (colour[1][Math.max(0, back)] - colour[1][Math.max(0, back - 1)]);
    if (before > 0) {
      rough[i + 1] += Math.abs(level - before) / Math.max(40, level + before);
    }
    for (int channel = 0; channel < 3; channel++) {
      colour[channel][i + 1] += (map.planes[channel][in1] + map.planes[channel][in2]) / 2;
    }
    contrast[i + 1] += Math.clamp(contrast(map, t, in1, in2) * sign, -MOST_CONTRAST, MOST_CONTRAST);
  }

  /** The inside against the outside, in the channel where they differ most. */
  private float contrast(EdgeMap map, double t, int in1, int in2) {
    int out1 = at(map, t, -NEAR);
    int out2 = at(map, t, -FAR);
    if (out1 < 0 || out2 < 0) {
      return 0;
    }
    int far = at(map, t, -BEYOND);
    float most = 0;
    for (float[] plane : map.planes) {
      float in = (plane[in1] + plane[in2]) / 2;
      float difference = in - (plane[out1] + plane[out2]) / 2;
      float there = far < 0 ? difference : in - plane[far];
      if (difference * there <= 0) {
        continue;
      }
      float least = Math.abs(there) < Math.abs(difference) ? there : difference;
      if (Math.abs(least) > Math.abs(most)) {
        most = least;
      }
    }
    return most;
  }

  private static int edgeAt(EdgeMap map, int at) {
    return at < 0 ? 0 : map.edge[at];
  }

  private boolean edge(EdgeMap map, double t, int sign) {
    for (int d = -1; d <= 1; d++) {
      int at = at(map, t, d);
      if (at >= 0
          && map.edge[at] == 1
          && sign * (map.gx[at] * line.nx() + map.gy[at] * line.ny()) > 0.88 * map.steepness[at]) {
        return true;
      }
    }
    return false;
  }

  private int at(EdgeMap map, double t, double d) {
    double x = line.x(t, d);
    double y = line.y(t, d);
    if (x < 0 || y < 0 || x >= map.width || y >= map.height) {
      return -1;
    }
    return ((int) y) * map.width + (int) x;
  }

  private int index(double along) {
    return Math.clamp(Math.round(along - first), 0, inside.length - 1);
  }

  /** A stretch of the line between two places along it. */
  final class Stretch {
    private final int from;
    private final int to;
    private final int seen;

    private Stretch(double a, double b) {
      from = index(Math.min(a, b));
      to = index(Math.max(a, b));
      seen = inside[to] - inside[from];
    }

    /** Pixels of it that lie in the picture. */
    int seen() {
      return seen;
    }

    /** The part that is an edge, 0 to 1. */
    double edge() {
      return seen == 0 ? 0 : (double) (edges[to] - edges[from]) / seen;
    }

    /** The part with marks close inside, 0 to 1. */
    double marked() {
      return seen == 0 ? 0 : (double) (marks[to] - marks[from]) / seen;
    }

    /** Grey levels by which the inside is brighter than the outside, at most 30. */
    double contrast() {
      return seen == 0 ? 0 : (contrast[to] - contrast[from]) / seen;
    }

    /** How much the inside changes along the stretch: under 0.03 for paper. */
    double rough() {
      return seen == 0 ? 0 : 2.0 * (rough[to] - rough[from]) / seen;
    }

    /** Mean of a channel close inside. */
    double colour(int channel) {
      return seen == 0 ? 0 : (colour[channel][to] - colour[channel][from]) / seen;
    }
  }

  /** The stretch between two places along the line. */
  Stretch between(double a, double b) {
    return new Stretch(a, b);
  }
}
