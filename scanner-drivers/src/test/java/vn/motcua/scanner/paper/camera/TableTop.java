package vn.motcua.scanner.paper.camera;

/** What a sheet lies on: a colour for each place, in millimetres from the sheet's corner. */
enum TableTop {
  DARK(70, 66, 62),
  WOOD(150, 110, 75),
  LIGHT(222, 222, 218),
  GREY(165, 168, 170),
  YELLOW(225, 210, 150),
  CHECKS(200, 60, 60),
  STRIPES(60, 90, 150),
  TILES(190, 185, 175),
  GRANITE(120, 118, 115);

  private final int red;
  private final int green;
  private final int blue;

  TableTop(int red, int green, int blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /** Fills red, green and blue. */
  void colour(double x, double y, double[] rgb) {
    double factor =
        switch (this) {
          case WOOD ->
              1
                  + 0.12
                      * Math.sin(y * 0.55 + 2.5 * Math.sin(x * 0.012) + 0.8 * noise(x / 40, y / 6))
                  + 0.06 * noise(x / 30, y / 1.5);
          case CHECKS ->
              (Math.floorMod((int) Math.floor(x / 22), 2)
                          + Math.floorMod((int) Math.floor(y / 22), 2))
                      * 0.35
                  + 0.6;
          case STRIPES -> Math.floorMod((int) Math.floor((x + 0.3 * y) / 15), 2) * 0.6 + 0.7;
          case TILES ->
              joint(0.985 * x + 0.17 * y + 37) || joint(0.985 * y - 0.17 * x + 61)
                  ? 0.6
                  : 1 + 0.03 * noise(x / 20, y / 20);
          case GRANITE -> 1 + 0.5 * noise(x / 1.2, y / 1.2) + 0.2 * noise(x / 5, y / 5);
          default -> 1 + 0.02 * noise(x / 3, y / 3);
        };
    rgb[0] = red * factor;
    rgb[1] = green * factor;
    rgb[2] = blue * factor;
  }

  private static boolean joint(double place) {
    return Math.floorMod((int) Math.floor(place), 150) < 3;
  }

  /** Smooth noise between -1 and 1. */
  static double noise(double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    double fx = x - ix;
    double fy = y - iy;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    double top = hash(ix, iy) * (1 - fx) + hash(ix + 1, iy) * fx;
    double bottom = hash(ix, iy + 1) * (1 - fx) + hash(ix + 1, iy + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  }

  private static double hash(int x, int y) {
    int h = x * 374_761_393 + y * 668_265_263;
    h = (h ^ h >>> 13) * 1_274_126_177;
    return ((h ^ h >>> 16) & 0xffff) / 32_767.5 - 1;
  }
}
