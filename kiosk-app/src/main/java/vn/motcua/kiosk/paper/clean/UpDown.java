package vn.motcua.kiosk.paper.clean;

/**
 * Whether lines of text stand on their feet. Above the middle zone of a line there is more ink than
 * below it: capitals, the long letters (b d đ h k l t), and in Vietnamese all marks but one, the
 * dot below. So capitals alone still tell.
 *
 * @param above ink above the lines' middle zones, pixels
 * @param below and below them
 * @param up pieces of lines with clearly more above
 * @param down pieces with clearly more below
 */
record UpDown(double above, double below, int up, int down) {
  /** Columns of text beside each other are looked at separately. */
  private static final double BAND_MILLIMETRES = 28;

  private static final double LEAST_ZONE = 0.9;
  private static final double LARGEST_ZONE = 12;

  static UpDown of(Lines lines) {
    boolean across = lines.across().sharpness() >= lines.down().sharpness();
    return new Reader(lines, across).read();
  }

  /** Enough to leave a page as it is. */
  boolean likelyUp() {
    return up >= 2 && up >= 1.5 * down && above > 1.2 * below;
  }

  /** Enough to turn one: chance would say so once in thousands of pages. */
  boolean surelyUp() {
    return up - down >= 3.5 * Math.sqrt(up + down) && up >= 3 * down && above > 1.5 * below;
  }

  /** The same lines on their heads. */
  UpDown turned() {
    return new UpDown(below, above, down, up);
  }

  private static final class Reader {
    private final Lines lines;
    private final boolean across;
    private final int span;
    private final int margin;
    private final int bands;
    private final double band;
    private final float[][] profile;
    private double above;
    private double below;
    private int up;
    private int down;

    private Reader(Lines lines, boolean across) {
      this.lines = lines;
      this.across = across;
      Raster page = lines.page();
      int length = across ? page.width() : page.height();
      span = across ? page.height() : page.width();
      band = page.pixels(BAND_MILLIMETRES);
      bands = Math.max(1, (int) Math.ceil(length / band));
      margin = (int) (length / 2.0 * Math.tan(Math.toRadians(Slant.RANGE + 1))) + 2;
      profile = new float[bands][span + 2 * margin + 2];
    }

    private UpDown read() {
      Raster page = lines.page();
      double slope = Math.tan(Math.toRadians(lines.leaning().degrees()));
      int middle = page.width() / 2;
      int centre = page.height() / 2;
      lines
          .marks()
          .each((mark, y, left, right) -> {
            if (!lines.text()[mark]) {
              return;
            }
            for (int x = left; x <= right; x++) {
              // A page that was turned clockwise by a quarter has its lines' tops at the right.
              int along = across ? x : y;
              double row =
                  across ? y - (x - middle) * slope : span - 1 - (x + (y - centre) * slope);
              profile[(int) (along / band)][(int) Math.round(row) + margin]++;
            }
          });
      for (float[] one : profile) {
        read(one);
      }
      return new UpDown(above, below, up, down);
    }

    private void read(float[] ink) {
      float[] zones = new float[ink.length];
      double reach = lines.page().pixels(6);
      for (int y = 0; y < ink.length; y++) {
        float most = 0;
        int to = (int) Math.min(ink.length - 1, y + reach);
        for (int i = (int) Math.max(0, y - reach); i <= to; i++) {
          most = Math.max(most, ink[i]);
        }
        zones[y] = most;
      }
      // From one middle zone to the next.
      int lastEnd = 0;
      int from = -1;
      int[] pending = {-1, -1, -1};
      for (int y = 0; y < ink.length; y++) {
        boolean inside = ink[y] > 3 && ink[y] >= 0.42 * zones[y];
        if (inside && from < 0) {
          from = y;
        } else if (!inside && from >= 0) {
          if (y - from >= lines.page().pixels(LEAST_ZONE)) {
            vote(ink, pending, from);
            pending[0] = lastEnd;
            pending[1] = from;
            pending[2] = y;
            lastEnd = y;
          }
          from = -1;
        }
      }
      vote(ink, pending, ink.length);
    }

    /** The zone {@code pending}, whose neighbour below begins at {@code next}. */
    private void vote(float[] ink, int[] pending, int next) {
      int from = pending[1];
      int to = pending[2];
      int height = to - from;
      if (from < 0 || height > lines.page().pixels(LARGEST_ZONE)) {
        return;
      }
      int most = (int) Math.round(0.65 * height);
      int room = Math.min(most, Math.min((from - pending[0]) / 2, (next - to) / 2));
      double core = 0;
      for (int y = from; y < to; y++) {
        core += ink[y];
      }
      double over = 0;
      double under = 0;
      // The pixel next to the zone is blur.
      for (int i = 1; i < room; i++) {
        over += from - 1 - i >= 0 ? ink[from - 1 - i] : 0;
        under += to + i < ink.length ? ink[to + i] : 0;
      }
      above += over;
      below += under;
      if (over + under > 0.02 * core && Math.abs(over - under) > 0.2 * (over + under)) {
        up += over > under ? 1 : 0;
        down += under > over ? 1 : 0;
      }
    }
  }
}
