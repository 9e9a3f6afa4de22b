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

  /**
   * A figure that is held against a number.
   *
   * @param name which figure
   * @param value what was measured
   * @param goal the most that it may be
   */
  record Goal(String name, double value, double goal) {
    /** Whether it was reached. */
    public boolean met() {
      return value <= goal;
    }
  }
}
