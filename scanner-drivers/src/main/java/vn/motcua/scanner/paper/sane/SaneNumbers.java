package vn.motcua.scanner.paper.sane;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.scanner.paper.sane.SaneOption.Constraint;

/** What the constraint of a numeric option allows. */
final class SaneNumbers {
  /** Resolutions that people ask for, in dots per inch. */
  private static final int[] USUAL = {75, 100, 150, 200, 240, 300, 400, 600, 1200};

  /** Fixed-point numbers are exact to 1/65536. */
  private static final double TOLERANCE = 1.0 / 1024;

  private SaneNumbers() {}

  static boolean takes(SaneOption option, double value) {
    return switch (option.constraint()) {
      case Constraint.None none -> true;
      case Constraint.Texts texts -> false;
      case Constraint.Numbers(List<Double> values) ->
          values.stream().anyMatch(each -> Math.abs(each - value) < TOLERANCE);
      case Constraint.Range(double min, double max, double step) ->
          value >= min - TOLERANCE && value <= max + TOLERANCE && onStep(value - min, step);
    };
  }

  private static boolean onStep(double distance, double step) {
    return step <= 0 || Math.abs(distance - Math.rint(distance / step) * step) < TOLERANCE;
  }

  static double smallest(SaneOption option) {
    return switch (option.constraint()) {
      case Constraint.Range range -> range.min();
      case Constraint.Numbers(List<Double> values) ->
          values.stream().min(Comparator.naturalOrder()).orElse(0.0);
      case Constraint.None none -> 0;
      case Constraint.Texts texts -> 0;
    };
  }

  /** The largest value up to {@code limit}, or the smallest if all are beyond. */
  static double largest(SaneOption option, double limit) {
    return switch (option.constraint()) {
      case Constraint.Range(double min, double max, double step) -> {
        if (max <= limit) {
          yield max;
        }
        double below = step > 0 ? min + Math.floor((limit - min) / step) * step : limit;
        yield Math.max(min, below);
      }
      case Constraint.Numbers(List<Double> values) ->
          values.stream()
              .filter(each -> each <= limit)
              .max(Comparator.naturalOrder())
              .orElse(smallest(option));
      case Constraint.None none -> 0;
      case Constraint.Texts texts -> 0;
    };
  }

  /** The resolutions to offer to a person: all of a list, the usual ones of a range. */
  static List<Integer> resolutions(SaneOption option) {
    if (option.constraint() instanceof Constraint.Numbers(List<Double> values)) {
      return values.stream().map(each -> (int) Math.round(each)).sorted().distinct().toList();
    }
    return IntStream.of(USUAL).filter(dpi -> takes(option, dpi)).boxed().toList();
  }
}
