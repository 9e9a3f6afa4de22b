package vn.motcua.kiosk.bench.digitise;

import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.motcua.kiosk.bench.Figures;

/**
 * What a run took.
 *
 * @param seconds from its start to its end
 * @param cpuSeconds of all its threads and, of a program, of all the programs that it started
 */
record Spent(double seconds, double cpuSeconds) {
  /** The medians, each for itself. */
  static Spent median(List<Spent> runs) {
    return new Spent(median(runs, Spent::seconds), median(runs, Spent::cpuSeconds));
  }

  private static double median(List<Spent> runs, ToDoubleFunction<Spent> of) {
    return Figures.median(runs.stream().map(of::applyAsDouble).toList());
  }
}
