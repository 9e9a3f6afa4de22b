package vn.motcua.scanner.paper.camera;

import java.util.Arrays;

/**
 * Where a small picture changes from dark to bright, and in which direction. Of the three colour
 * channels the one that changes most counts at each pixel: white paper on a yellow table differs in
 * blue only.
 */
final class EdgeMap {
  /** Grey levels a pixel under which a change is noise. */
  private static final float WEAKEST = 1.2f;

  final int width;
  final int height;

  /** Blurred channels, planes of blue, green, red. */
  final float[][] planes = new float[3][];

  /** The steepest channel's derivative to the right, where the pixel is an edge. */
  final float[] gx;

  /** The same downwards. */
  final float[] gy;

  /** Steepness at every pixel, edge or not. */
  final float[] steepness;

  /** 1 where the steepness has its crest. */
  final byte[] edge;

  /** Steepness under which nothing is an edge in this picture. */
  final float threshold;

  EdgeMap(Picture small) {
    width = small.width();
    height = small.height();
    int size = width * height;
    float[] scratch = new float[size];
    for (int channel = 0; channel < 3; channel++) {
      planes[channel] = blurred(small.bgr(), channel, scratch);
    }
    gx = new float[size];
    gy = new float[size];
    steepness = new float[size];
    edge = new byte[size];
    differentiate();
    threshold = Math.max(WEAKEST, 1.3f * median());
    crests();
  }

  /** Binomial of five taps both ways (standard deviation of one pixel). */
  private float[] blurred(byte[] bgr, int channel, float[] across) {
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        int a = Math.max(0, x - 2);
        int b = Math.max(0, x - 1);
        int c = Math.min(width - 1, x + 1);
        int d = Math.min(width - 1, x + 2);
        across[row + x] =
            ((bgr[(row + a) * 3 + channel] & 0xff)
                    + (bgr[(row + d) * 3 + channel] & 0xff)
                    + 4
                        * ((bgr[(row + b) * 3 + channel] & 0xff)
                            + (bgr[(row + c) * 3 + channel] & 0xff))
                    + 6 * (bgr[(row + x) * 3 + channel] & 0xff))
                / 16f;
      }
    }
    float[] out = new float[width * height];
    for (int y = 0; y < height; y++) {
      int a = Math.max(0, y - 2) * width;
      int b = Math.max(0, y - 1) * width;
      int here = y * width;
      int c = Math.min(height - 1, y + 1) * width;
      int d = Math.min(height - 1, y + 2) * width;
      for (int x = 0; x < width; x++) {
        out[here + x] =
            (across[a + x]
                    + across[d + x]
                    + 4 * (across[b + x] + across[c + x])
                    + 6 * across[here + x])
                / 16f;
      }
    }
    return out;
  }

  private void differentiate() {
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        float best = -1;
        for (float[] plane : planes) {
          float dx = (plane[at + 1] - plane[at - 1]) / 2;
          float dy = (plane[at + width] - plane[at - width]) / 2;
          float squared = dx * dx + dy * dy;
          if (squared > best) {
            best = squared;
            gx[at] = dx;
            gy[at] = dy;
          }
        }
        steepness[at] = (float) Math.sqrt(best);
      }
    }
  }

  private float median() {
    int[] counts = new int[1024];
    for (float each : steepness) {
      counts[Math.min(1023, (int) (each * 8))]++;
    }
    int half = steepness.length / 2;
    for (int i = 0, sum = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum > half) {
        return (i + 0.5f) / 8;
      }
    }
    return counts.length / 8f;
  }

  /** Keeps a pixel if neither neighbour across the edge is steeper. */
  private void crests() {
    Arrays.fill(edge, (byte) 0);
    for (int y = 2; y < height - 2; y++) {
      for (int x = 2; x < width - 2; x++) {
        int at = y * width + x;
        float here = steepness[at];
        if (here < threshold) {
          continue;
        }
        float ax = Math.abs(gx[at]);
        float ay = Math.abs(gy[at]);
        int step;
        if (ax > 2.414f * ay) {
          step = 1;
        } else if (ay > 2.414f * ax) {
          step = width;
        } else {
          step = gx[at] * gy[at] > 0 ? width + 1 : width - 1;
        }
        if (here >= steepness[at - step] && here > steepness[at + step]) {
          edge[at] = 1;
        }
      }
    }
  }
}
