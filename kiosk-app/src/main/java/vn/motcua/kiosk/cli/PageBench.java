package vn.motcua.kiosk.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vn.motcua.scanner.FaultException;

/** A benchmark over page pictures: those of a folder, and those that it makes. */
public interface PageBench extends Bench {
  /** Runs it as it is asked for. */
  Result run(Order order) throws FaultException, InterruptedException;

  @Override
  default Result run() throws FaultException, InterruptedException {
    return run(Order.USUAL);
  }

  /**
   * What is asked for; whatever is empty is the bench's own choice.
   *
   * @param folder page pictures, text files of the same names beside them
   * @param rounds how often everything is measured, at least 1
   * @param seed of the pages that are made
   * @param pages how many are made, at least 1
   */
  record Order(Optional<Path> folder, OptionalInt rounds, OptionalLong seed, OptionalInt pages) {
    /** Everything as the bench likes it. */
    public static final Order USUAL =
        new Order(Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty());
  }
}
