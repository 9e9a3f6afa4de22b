package vn.motcua.kiosk.cli;

import java.util.List;
import java.util.Map;
import vn.motcua.scanner.FaultException;

/** A benchmark: figures, and goals that they are held against. */
public interface Bench {
  /** What it is called on the command line. */
  String name();

  /** Runs it. */
  Result run() throws FaultException, InterruptedException;

  /**
   * What came out.
   *
   * @param figures name to value, the unit in the name
   * @param goals what the figures are held against
   */
  record Result(Map<String, Object> figures, List<Goal> goals) {}

  /** On which side of its goal a figure must stay. */
  enum Bound {
    AT_MOST("at most"),
    AT_LEAST("at least");

    private final String words;

    Bound(String words) {
      this.words = words;
    }

    /** As people read it before the number. */
    public String words() {
      return words;
    }
  }

  /**
   * A figure that is held against a number.
   *
   * @param name which figure
   * @param value what was measured; not a number if nothing could be, which meets no goal
   * @param bound the side on which the figure must stay
   * @param goal the most or the least that it may be
   */
  record Goal(String name, double value, Bound bound, double goal) {
    /** A figure that may be {@code goal} at most. */
    public Goal(String name, double value, double goal) {
      this(name, value, Bound.AT_MOST, goal);
    }

    /** A figure that must be {@code goal} at least. */
    public static Goal atLeast(String name, double value, double goal) {
      return new Goal(name, value, Bound.AT_LEAST, goal);
    }

    /** Whether it was reached. */
    public boolean met() {
      return switch (bound) {
        case AT_MOST -> value <= goal;
        case AT_LEAST -> value >= goal;
      };
    }
  }
}
