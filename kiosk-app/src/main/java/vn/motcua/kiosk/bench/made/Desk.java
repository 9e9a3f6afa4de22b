package vn.motcua.kiosk.bench.made;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A sheet on a desk as a telephone held over it sees it. */
final class Desk {
  private static final double SCALE = 1.12;

  private final RandomGenerator random;

  Desk(RandomGenerator random) {
    this.random = random;
  }

  /** The sheet in perspective, somewhat larger picture, wood around it. */
  Raster seen(Raster sheet) {
    int width = (int) (sheet.width() * SCALE);
    int height = (int) (sheet.height() * SCALE);
    int[] seen = new int[width * height];
    int wood = (90 + random.nextInt(60)) << 16 | (60 + random.nextInt(40)) << 8 | 40;
    Arrays.fill(seen, wood);

    // Picture to sheet: turned a little, off the middle, the far edge smaller.
    double turn = (random.nextDouble() - 0.5) * 0.05;
    double far = (random.nextDouble() - 0.5) * 0.10 / height;
    double side = (random.nextDouble() - 0.5) * 0.06 / width;
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    for (int y = 0; y < height; y++) {
      double v = y - height / 2.0;
      for (int x = 0; x < width; x++) {
        double u = x - width / 2.0;
        double w = 1 / (1 + u * side + v * far);
        double sx = (u * cos - v * sin) * w + sheet.width() / 2.0;
        double sy = (u * sin + v * cos) * w + sheet.height() / 2.0;
        int ix = (int) sx;
        int iy = (int) sy;
        if (sx >= 0 && sy >= 0 && ix < sheet.width() - 1 && iy < sheet.height() - 1) {
          seen[y * width + x] =
              between(
                  sheet, iy * sheet.width() + ix, (int) ((sx - ix) * 16), (int) ((sy - iy) * 16));
        }
      }
    }
    return new Raster(seen, width, height);
  }

  /** Bilinear, in sixteenths. */
  private static int between(Raster sheet, int at, int fx, int fy) {
    int[] p = sheet.pixels();
    int w00 = (16 - fx) * (16 - fy);
    int w10 = fx * (16 - fy);
    int w01 = (16 - fx) * fy;
    int w11 = fx * fy;
    int a = p[at];
    int b = p[at + 1];
    int c = p[at + sheet.width()];
    int d = p[at + sheet.width() + 1];
    if (a == b && b == c && c == d) {
      return a;
    }
    int r = mixed(a >> 16, b >> 16, c >> 16, d >> 16, w00, w10, w01, w11);
    int g = mixed(a >> 8, b >> 8, c >> 8, d >> 8, w00, w10, w01, w11);
    int blue = mixed(a, b, c, d, w00, w10, w01, w11);
    return r << 16 | g << 8 | blue;
  }

  /** The last eight bits of four values by weights that make 256. */
  private static int mixed(int a, int b, int c, int d, int wa, int wb, int wc, int wd) {
    return ((a & 255) * wa + (b & 255) * wb + (c & 255) * wc + (d & 255) * wd) >> 8;
  }
}
