package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.OptionalDouble;
import org.bytedeco.javacpp.IntPointer;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * How alike two pictures look: structural similarity (Wang, Bovik, Sheikh and Simoncelli 2004),
 * with the authors' window (Gaussian, 11 pixels, sigma 1.5) and constants; 1 for equal pictures.
 */
final class Ssim {
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;
  private static final int REACH = 5;
  private static final double SIGMA = 1.5;

  /** So much lighter is something within {@link #NEAR} pixels of a pixel of text. */
  private static final int CONTRAST = 50;

  private static final int NEAR = 7;
  private static final int MARGIN = 3;
  private static final double[] WEIGHTS = weights();

  private Ssim() {}

  /** Over the whole of two pictures of one size. */
  static double of(GreyPix first, GreyPix second) {
    boolean[] all = new boolean[first.width() * first.height()];
    java.util.Arrays.fill(all, true);
    return mean(first, second, all).orElseThrow();
  }

  /**
   * Over the text of {@code scan}: its dark pixels with light ones nearby, and what is within three
   * pixels of them.
   *
   * @return nothing if there is no text
   */
  static OptionalDouble ofText(GreyPix scan, GreyPix drawn) {
    int width = scan.width();
    int height = scan.height();
    int[] light = pixels(scan);
    int[] lightest = highest(light, width, height, NEAR);
    int[] text = new int[light.length];
    for (int at = 0; at < text.length; at++) {
      text[at] = lightest[at] - light[at] > CONTRAST ? 1 : 0;
    }
    int[] near = highest(text, width, height, MARGIN);
    boolean[] counted = new boolean[near.length];
    for (int at = 0; at < near.length; at++) {
      counted[at] = near[at] > 0;
    }
    return mean(scan, drawn, counted);
  }

  private static OptionalDouble mean(GreyPix first, GreyPix second, boolean[] counted) {
    int width = first.width();
    int height = first.height();
    if (second.width() != width || second.height() != height) {
      throw new IllegalArgumentException("pictures of different sizes");
    }
    int[] a = pixels(first);
    int[] b = pixels(second);
    double[][] rows = new double[5][width];
    double sum = 0;
    long count = 0;
    for (int y = 0; y < height; y++) {
      columns(a, b, width, height, y, rows);
      for (int x = 0; x < width; x++) {
        if (counted[y * width + x]) {
          sum += at(rows, x, width);
          count++;
        }
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** The window's columns about a line: means, squares and the product. */
  private static void columns(int[] a, int[] b, int width, int height, int y, double[][] rows) {
    for (double[] row : rows) {
      java.util.Arrays.fill(row, 0);
    }
    for (int i = -REACH; i <= REACH; i++) {
      int line = Math.clamp(y + i, 0, height - 1) * width;
      double weight = WEIGHTS[i + REACH];
      for (int x = 0; x < width; x++) {
        double p = a[line + x];
        double q = b[line + x];
        rows[0][x] += weight * p;
        rows[1][x] += weight * q;
        rows[2][x] += weight * p * p;
        rows[3][x] += weight * q * q;
        rows[4][x] += weight * p * q;
      }
    }
  }

  private static double at(double[][] rows, int x, int width) {
    double[] sums = new double[5];
    for (int i = -REACH; i <= REACH; i++) {
      int near = Math.clamp(x + i, 0, width - 1);
      for (int k = 0; k < 5; k++) {
        sums[k] += WEIGHTS[i + REACH] * rows[k][near];
      }
    }
    double p = sums[0];
    double q = sums[1];
    double spread = sums[2] - p * p + sums[3] - q * q;
    double together = sums[4] - p * q;
    return (2 * p * q + C1) * (2 * together + C2) / ((p * p + q * q + C1) * (spread + C2));
  }

  private static int[] highest(int[] values, int width, int height, int reach) {
    int[] rows = new int[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int best = 0;
        for (int i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++) {
          best = Math.max(best, values[y * width + i]);
        }
        rows[y * width + x] = best;
      }
    }
    int[] out = new int[values.length];
    for (int y = 0; y < height; y++) {
      for (int i = Math.max(0, y - reach); i <= Math.min(height - 1, y + reach); i++) {
        for (int x = 0; x < width; x++) {
          out[y * width + x] = Math.max(out[y * width + x], rows[i * width + x]);
        }
      }
    }
    return out;
  }

  private static int[] pixels(GreyPix grey) {
    int width = grey.width();
    int[] pixels = new int[width * grey.height()];
    IntPointer words = pixGetData(grey.pix());
    int[] line = new int[grey.pix().wpl()];
    for (int y = 0; y < grey.height(); y++) {
      words.position((long) y * line.length).get(line);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = line[x >> 2] >>> (24 - 8 * (x & 3)) & 0xFF;
      }
    }
    return pixels;
  }

  private static double[] weights() {
    double[] weights = new double[2 * REACH + 1];
    double sum = 0;
    for (int i = -REACH; i <= REACH; i++) {
      weights[i + REACH] = Math.exp(-i * i / (2 * SIGMA * SIGMA));
      sum += weights[i + REACH];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
