package vn.motcua.scanner.paper.camera;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the sides of a sheet to a part of a pixel: across each side, at many places, the spot where
 * the picture changes most steeply, and through those a line that lets no hand and no pattern pull
 * it away.
 */
final class EdgeFit {
  private static final int PLACES = 120;

  private final Picture picture;

  EdgeFit(Picture picture) {
    this.picture = picture;
  }

  /**
   * Corners that lie on the sides.
   *
   * @param rough corners that are at most {@code reach} pixels off
   */
  Quad refined(Quad rough, double reach) {
    List<Point> corners = rough.corners();
    Line[] sides = new Line[4];
    for (int i = 0; i < 4; i++) {
      sides[i] = side(corners.get(i), corners.get((i + 1) % 4), reach);
    }
    Point[] better = new Point[4];
    for (int i = 0; i < 4; i++) {
      Optional<Point> corner = sides[(i + 3) % 4].cross(sides[i]);
      better[i] = corner.filter(at -> close(at, corners, reach)).orElse(corners.get(i));
    }
    return new Quad(better[0], better[1], better[2], better[3]);
  }

  private static boolean close(Point at, List<Point> corners, double reach) {
    return corners.stream().anyMatch(each -> each.distance(at) < 3 * reach);
  }

  private Line side(Point from, Point to, double reach) {
    // Walked the other way round, the inside lies on the left.
    Line rough = Line.through(to, from);
    double start = rough.along(from.x(), from.y());
    double end = rough.along(to.x(), to.y());
    double[] along = new double[PLACES];
    double[] off = new double[PLACES];
    double[] weight = new double[PLACES];
    int channel = channel(rough, start, end, reach);
    int found = 0;
    for (int i = 0; i < PLACES; i++) {
      double t = start + (end - start) * (0.03 + 0.94 * (i + 0.5) / PLACES);
      double[] crest = crest(rough, t, reach, Math.abs(channel) - 1, channel > 0 ? 1 : -1);
      if (crest.length > 0) {
        along[found] = t;
        off[found] = crest[0];
        weight[found] = crest[1];
        found++;
      }
    }
    if (found < PLACES / 5) {
      return rough;
    }
    return fitted(
        rough,
        Arrays.copyOf(along, found),
        Arrays.copyOf(off, found),
        Arrays.copyOf(weight, found),
        reach);
  }

  /** The channel in which the sides differ most, plus one; negative if the inside is darker. */
  private int channel(Line line, double start, double end, double reach) {
    double[] sums = new double[3];
    for (int i = 0; i < 40; i++) {
      double t = start + (end - start) * (0.1 + 0.02 * i);
      for (int channel = 0; channel < 3; channel++) {
        double in = sample(line, t, reach * 1.2, channel);
        double out = sample(line, t, -reach * 1.2, channel);
        if (in >= 0 && out >= 0) {
          sums[channel] += Math.clamp(in - out, -40, 40);
        }
      }
    }
    int best = 0;
    for (int channel = 1; channel < 3; channel++) {
      if (Math.abs(sums[channel]) > Math.abs(sums[best])) {
        best = channel;
      }
    }
    return sums[best] < 0 ? -(best + 1) : best + 1;
  }

  /** Where the profile across the line at {@code t} is steepest, and how steep; or nothing. */
  private double[] crest(Line line, double t, double reach, int channel, int sign) {
    // Fine steps for a small picture; for a large one not finer than a pixel.
    double step = reach > 6 ? 1 : 0.5;
    int half = (int) Math.ceil(reach / step);
    double[] profile = new double[2 * half + 3];
    for (int i = 0; i < profile.length; i++) {
      double d = (i - half - 1) * step;
      double sum = 0;
      for (int side = -1; side <= 1; side++) {
        double value = sample(line, t + side * 1.5, d, channel);
        if (value < 0) {
          return new double[0];
        }
        sum += value;
      }
      profile[i] = sum * sign / 3;
    }
    double[] slope = new double[profile.length];
    int best = 2;
    for (int i = 2; i < profile.length - 2; i++) {
      slope[i] = (profile[i + 1] - profile[i - 1]) * 2 + (profile[i + 2] - profile[i - 2]);
      if (slope[i] > slope[best]) {
        best = i;
      }
    }
    if (slope[best] < 8 || best <= 2 || best >= profile.length - 3) {
      return new double[0];
    }
    double before = slope[best - 1];
    double after = slope[best + 1];
    double bend = before - 2 * slope[best] + after;
    double part = bend < 0 ? Math.clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
    return new double[] {(best + part - half - 1) * step, Math.min(slope[best], 60)};
  }

  /** A channel between the pixels; -1 outside the picture. */
  private double sample(Line line, double t, double d, int channel) {
    double x = line.x(t, d) - 0.5;
    double y = line.y(t, d) - 0.5;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= picture.width() || top + 1 >= picture.height()) {
      return -1;
    }
    double fx = x - left;
    double fy = y - top;
    byte[] bgr = picture.bgr();
    int at = (top * picture.width() + left) * 3 + channel;
    int below = at + picture.width() * 3;
    return ((bgr[at] & 0xff) * (1 - fx) + (bgr[at + 3] & 0xff) * fx) * (1 - fy)
        + ((bgr[below] & 0xff) * (1 - fx) + (bgr[below + 3] & 0xff) * fx) * fy;
  }

  /** Iterated least squares with Tukey's weights, begun at the line that most places agree on. */
  private static Line fitted(
      Line rough, double[] along, double[] off, double[] weight, double reach) {
    int count = along.length;
    double centre = (along[0] + along[count - 1]) / 2;
    double[] start = agreed(along, off, centre, Math.max(0.6, reach / 8));
    double shift = start[0];
    double slope = start[1];
    for (double width = reach / 2; ; width /= 2) {
      double limit = Math.max(width, 0.8);
      for (int round = 0; round < 4; round++) {
        double n = 0;
        double st = 0;
        double sd = 0;
        double stt = 0;
        double std = 0;
        for (int i = 0; i < count; i++) {
          double t = along[i] - centre;
          double error = (off[i] - shift - slope * t) / limit;
          if (Math.abs(error) >= 1) {
            continue;
          }
          double w = (1 - error * error) * (1 - error * error) * weight[i];
          n += w;
          st += w * t;
          sd += w * off[i];
          stt += w * t * t;
          std += w * t * off[i];
        }
        double det = n * stt - st * st;
        if (det < 1e-6) {
          break;
        }
        slope = (n * std - st * sd) / det;
        shift = (sd - slope * st) / n;
      }
      if (limit <= 0.8 || width < 1) {
        break;
      }
    }
    double span = along[count - 1] - centre;
    return Line.through(
        new Point(rough.x(centre, shift), rough.y(centre, shift)),
        new Point(
            rough.x(centre + span, shift + slope * span),
            rough.y(centre + span, shift + slope * span)));
  }

  /** Of the lines through two places each, the one to which most others are near. */
  private static double[] agreed(double[] along, double[] off, double centre, double near) {
    int count = along.length;
    double[] best = {0, 0};
    double most = -1;
    for (int i = 0; i < count; i += 3) {
      for (int j = i + count / 4; j < count; j += 3) {
        double slope = (off[j] - off[i]) / (along[j] - along[i]);
        double shift = off[i] - slope * (along[i] - centre);
        double votes = 0;
        for (int k = 0; k < count; k++) {
          double error = Math.abs(off[k] - shift - slope * (along[k] - centre));
          if (error < near) {
            votes += 1 - error / near;
          }
        }
        if (votes > most) {
          most = votes;
          best = new double[] {shift, slope};
        }
      }
    }
    return best;
  }
}
