package vn.motcua.kiosk.cli;

import java.util.OptionalInt;
import vn.motcua.scanner.FaultException;

/** A benchmark that runs as long as it is told to. */
public interface TimedBench extends Bench {
  /**
   * Runs it.
   *
   * @param minutes of its longest part, 1 or more; empty: a short look
   */
  Result run(OptionalInt minutes) throws FaultException, InterruptedException;

  @Override
  default Result run() throws FaultException, InterruptedException {
    return run(OptionalInt.empty());
  }
}
