package vn.motcua.kiosk.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import vn.motcua.scanner.FaultException;

/** A benchmark over a store that it fills itself. */
public interface StoreBench extends Bench {
  /** Runs it as it is asked for. */
  Result run(Order order) throws FaultException, InterruptedException;

  @Override
  default Result run() throws FaultException, InterruptedException {
    return run(new Order(OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
  }

  /**
   * What is asked for; whatever is empty is the bench's own choice.
   *
   * @param dossiers how many are made, at least 1
   * @param seed of the dossiers that are made
   * @param kept where the store is kept and found again; empty: nothing is left
   */
  record Order(OptionalLong dossiers, OptionalLong seed, Optional<Path> kept) {}
}
