package vn.motcua.kiosk.bench.made;

import java.util.Random;

/**
 * What paper, light and sensor make of a clean page: tint, uneven light, grain, dust. All of it is
 * integer arithmetic over tables, because a page has nine million pixels.
 */
final class Wear {
  private static final int GRAINS = 1 << 16;
  private static final byte[] GRAIN = grain();

  private final Random random;

  Wear(Random random) {
    this.random = random;
  }

  /** Gaussian noise with a deviation of 16, used in pieces that begin anywhere. */
  private static byte[] grain() {
    Random random = new Random(16);
    byte[] grain = new byte[GRAINS];
    for (int i = 0; i < GRAINS; i++) {
      grain[i] = (byte) Math.clamp(Math.round(random.nextGaussian() * 16), -120, 120);
    }
    return grain;
  }

  /**
   * Wears a page of a flatbed or feeder.
   *
   * @param colour whether the sheet's tint and the grain have colour; otherwise red, green and blue
   *     stay equal
   */
  void scan(Raster page, boolean colour) {
    int[] across =
        profile(page.width(), 0.04 + random.nextDouble() * 0.14, random.nextDouble() * 0.05);
    int[] down =
        profile(page.height(), random.nextDouble() * 0.05, 0.03 + random.nextDouble() * 0.09);
    int light = 240 + random.nextInt(14);
    int[] tint =
        colour
            ? new int[] {light, light - random.nextInt(4), light - 3 - random.nextInt(14)}
            : new int[] {light, light, light};
    wear(page, across, down, tint, 1.5 + random.nextDouble() * 2, colour);
    dust(page, 30 + random.nextInt(60));
  }

  /** Wears a picture that was taken by hand under a lamp. */
  void photograph(Raster page) {
    int[] across = slope(page.width(), random.nextDouble() * 0.3 - 0.15);
    int[] down = slope(page.height(), random.nextDouble() * 0.3 - 0.15);
    int light = 205 + random.nextInt(30);
    wear(
        page,
        across,
        down,
        new int[] {light, light - 4, light - 12 - random.nextInt(18)},
        3 + random.nextDouble() * 2,
        true);
  }

  private void wear(
      Raster page, int[] across, int[] down, int[] tint, double deviation, boolean colour) {
    int[] pixels = page.pixels();
    int strength = (int) Math.round(deviation * 256 / 16);
    for (int y = 0; y < page.height(); y++) {
      int row = y * page.width();
      int red = (tint[0] * down[y]) >> 8;
      int green = (tint[1] * down[y]) >> 8;
      int blue = (tint[2] * down[y]) >> 8;
      int at = random.nextInt(GRAINS);
      int tinge = random.nextInt(GRAINS);
      for (int x = 0; x < page.width(); x++) {
        int rgb = pixels[row + x];
        int noise = (GRAIN[(at + x) & (GRAINS - 1)] * strength) >> 8;
        int r = shaded(rgb >> 16, red, across[x]);
        if (colour) {
          int more = (GRAIN[(tinge + x) & (GRAINS - 1)] * strength) >> 9;
          int g = shaded(rgb >> 8, green, across[x]);
          int b = shaded(rgb, blue, across[x]);
          pixels[row + x] =
              byteOf(r + noise) << 16 | byteOf(g + noise - more) << 8 | byteOf(b + noise + more);
        } else {
          pixels[row + x] = byteOf(r + noise) * 0x010101;
        }
      }
    }
  }

  /** The last eight bits of a value under a light of two factors, 256 for full each. */
  private static int shaded(int value, int light, int more) {
    return ((((value & 0xff) * light) >> 8) * more) >> 8;
  }

  private static int byteOf(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }

  /** Light along one side, 256 for full: shadows at both ends, as deep as is said. */
  private static int[] profile(int length, double first, double last) {
    int[] light = new int[length];
    for (int i = 0; i < length; i++) {
      double at = i / (double) length;
      light[i] =
          (int)
              Math.round(
                  256 * (1 - first * Math.exp(-at / 0.05) - last * Math.exp((at - 1) / 0.05)));
    }
    return light;
  }

  private static int[] slope(int length, double rise) {
    int[] light = new int[length];
    for (int i = 0; i < length; i++) {
      light[i] = (int) Math.round(256 * (1 + rise * (i / (double) length - 0.5)));
    }
    return light;
  }

  private void dust(Raster page, int specks) {
    for (int i = 0; i < specks; i++) {
      int size = 1 + random.nextInt(Math.max(1, page.width() / 900));
      speck(page, size, 60 + random.nextInt(100));
    }
  }

  private void speck(Raster page, int size, int grey) {
    int x = random.nextInt(page.width() - size);
    int y = random.nextInt(page.height() - size);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        page.pixels()[(y + j) * page.width() + x + i] = grey * 0x010101;
      }
    }
  }

  /** What a copier's glass and drum add before everything becomes black or white. */
  void copier(Raster page) {
    int[] across = profile(page.width(), 0.1, 0.05);
    int[] down = profile(page.height(), 0.05, 0.05);
    wear(page, across, down, new int[] {245, 245, 245}, 6 + random.nextDouble() * 14, false);
    for (int i = 0; i < 150 + random.nextInt(250); i++) {
      speck(page, 1 + random.nextInt(page.width() / 500), 0);
    }
    int edge = random.nextInt(page.width() / 80);
    int streak = page.width() / 4 + random.nextInt(page.width() / 2);
    boolean streaked = random.nextInt(3) == 0;
    for (int y = 0; y < page.height(); y++) {
      int row = y * page.width();
      int ragged = edge + random.nextInt(4);
      for (int x = 0; x < ragged; x++) {
        page.pixels()[row + x] = 0x101010;
      }
      if (streaked && random.nextInt(3) > 0) {
        page.pixels()[row + streak + random.nextInt(2)] = 0x303030;
      }
    }
  }
}
