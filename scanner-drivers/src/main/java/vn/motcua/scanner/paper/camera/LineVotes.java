package vn.motcua.scanner.paper.camera;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Directed Hough transform: every edge pixel votes for the lines that pass through it and face the
 * way in which it brightens. Strong edges do not count for more than moderate ones, or print would
 * outvote the faint edge of a sheet on a light table.
 */
final class LineVotes {
  private static final int DIRECTIONS = 360;
  private static final double STEP = 1.5;
  private static final float FULL_VOTE = 6;
  private static final int SPREAD = 3;

  /** Lines that are handed on, at most; a quarter of them for each quarter of the compass. */
  private static final int MOST = 64;

  private final int bins;
  private final float[] votes;
  private final EdgeMap map;

  LineVotes(EdgeMap map) {
    this.map = map;
    double reach = Math.hypot(map.width, map.height) / 2;
    bins = (int) (2 * reach / STEP) + 5;
    votes = new float[DIRECTIONS * bins];
    cast();
  }

  private void cast() {
    double[] cos = new double[DIRECTIONS];
    double[] sin = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      cos[i] = Math.cos(Math.toRadians(i));
      sin[i] = Math.sin(Math.toRadians(i));
    }
    for (int y = 0; y < map.height; y++) {
      for (int x = 0; x < map.width; x++) {
        int at = y * map.width + x;
        if (map.edge[at] == 0) {
          continue;
        }
        float weight = Math.min(map.steepness[at], FULL_VOTE) / FULL_VOTE;
        weight = 0.35f + 0.65f * weight;
        int direction =
            (int) Math.round(Math.toDegrees(Math.atan2(map.gy[at], map.gx[at]))) + DIRECTIONS;
        double px = x + 0.5 - map.width / 2.0;
        double py = y + 0.5 - map.height / 2.0;
        for (int turn = -SPREAD; turn <= SPREAD; turn++) {
          int theta = (direction + turn) % DIRECTIONS;
          double place = (px * cos[theta] + py * sin[theta]) / STEP + bins / 2.0;
          int bin = (int) place;
          float part = (float) (place - bin);
          votes[theta * bins + bin] += weight * (1 - part);
          votes[theta * bins + bin + 1] += weight * part;
        }
      }
    }
  }

  private record Peak(int theta, int bin, float votes) {}

  /** The lines with the most votes, best first in each quarter of the compass. */
  List<Line> lines() {
    List<Peak> peaks = new ArrayList<>();
    float least = 0.10f * Math.min(map.width, map.height);
    for (int theta = 0; theta < DIRECTIONS; theta++) {
      for (int bin = 1; bin < bins - 1; bin++) {
        float here = votes[theta * bins + bin];
        if (here >= least && isPeak(theta, bin, here)) {
          peaks.add(new Peak(theta, bin, here));
        }
      }
    }
    peaks.sort(Comparator.comparingDouble(Peak::votes).reversed());
    int[] taken = new int[4];
    List<Line> lines = new ArrayList<>();
    for (Peak peak : peaks) {
      int quarter = (peak.theta() + 45) % DIRECTIONS / 90;
      if (taken[quarter] < MOST / 4) {
        taken[quarter]++;
        lines.add(line(peak));
      }
    }
    return lines;
  }

  private boolean isPeak(int theta, int bin, float here) {
    for (int turn = -4; turn <= 4; turn++) {
      int other = (theta + turn + DIRECTIONS) % DIRECTIONS;
      for (int shift = -2; shift <= 2; shift++) {
        int at = bin + shift;
        if (at < 0 || at >= bins) {
          continue;
        }
        float there = votes[other * bins + at];
        boolean later = turn > 0 || (turn == 0 && shift > 0);
        if (there > here || (there == here && later)) {
          return false;
        }
      }
    }
    return true;
  }

  private Line line(Peak peak) {
    double nx = Math.cos(Math.toRadians(peak.theta()));
    double ny = Math.sin(Math.toRadians(peak.theta()));
    double fromMiddle = (peak.bin() - bins / 2.0) * STEP;
    return settled(
        new Line(nx, ny, fromMiddle + nx * map.width / 2.0 + ny * map.height / 2.0, false));
  }

  /** Draws a line through the edge pixels near it; a degree is too coarse for a long side. */
  private Line settled(Line rough) {
    Line line = rough;
    for (double reach = 4; reach >= 2; reach /= 2) {
      line = fitted(line, reach);
    }
    return line;
  }

  private Line fitted(Line line, double reach) {
    double n = 0;
    double sumT = 0;
    double sumD = 0;
    double sumTt = 0;
    double sumTd = 0;
    double half = Math.hypot(map.width, map.height);
    double centre = line.along(map.width / 2.0, map.height / 2.0);
    for (double t = -half; t <= half; t++) {
      for (int d = (int) -reach; d <= reach; d++) {
        int x = (int) Math.floor(line.x(centre + t, d));
        int y = (int) Math.floor(line.y(centre + t, d));
        if (x < 0 || y < 0 || x >= map.width || y >= map.height) {
          continue;
        }
        int at = y * map.width + x;
        if (map.edge[at] == 1
            && map.gx[at] * line.nx() + map.gy[at] * line.ny() > 0.9 * map.steepness[at]) {
          double along = line.along(x + 0.5, y + 0.5) - centre;
          double off = line.distance(x + 0.5, y + 0.5);
          n++;
          sumT += along;
          sumD += off;
          sumTt += along * along;
          sumTd += along * off;
        }
      }
    }
    double det = n * sumTt - sumT * sumT;
    if (n < 8 || det < 1) {
      return line;
    }
    double slope = (n * sumTd - sumT * sumD) / det;
    double shift = (sumD - slope * sumT) / n;
    if (Math.abs(slope) > 0.06) {
      return line;
    }
    return Line.through(
        new Point(line.x(centre, shift), line.y(centre, shift)),
        new Point(
            line.x(centre + 100, shift + slope * 100), line.y(centre + 100, shift + slope * 100)));
  }
}
