package vn.motcua.kiosk.bench;

import java.util.List;

/** Medians and rounding, the same for every benchmark. */
public final class Figures {
  private Figures() {}

  /** The median; of an even number of figures the lower middle one. */
  public static double median(List<Double> figures) {
    return percentile(figures, 50);
  }

  /** The figure that {@code percent} of all do not exceed. */
  public static double percentile(List<Double> figures, int percent) {
    List<Double> sorted = figures.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(Math.max(rank, 1) - 1);
  }

  /** Three decimals are more than any of these figures deserves; what is no number stays none. */
  public static double rounded(double figure) {
    return Double.isFinite(figure) ? Math.round(figure * 1000) / 1000.0 : figure;
  }
}
