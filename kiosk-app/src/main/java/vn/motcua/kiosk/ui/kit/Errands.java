package vn.motcua.kiosk.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/**
 * Slow work whose failures reach the screen as faults: what a person can mend as its own fault, a
 * bug as {@code BUG-SCREEN}, logged once.
 */
public final class Errands {
  /** Something that nobody foresaw; a bug. */
  public record Unforeseen() implements Fault {
    @Override
    public String code() {
      return "BUG-SCREEN";
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private final Background background;

  public Errands(Background background) {
    this.background = background;
  }

  /**
   * Starts {@code work}.
   *
   * @param done called with the result, on the screen's thread
   * @param failed called with the fault, on the screen's thread
   */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Fault> failed) {
    background.run(work, done, failure -> failed.accept(fault(failure)));
  }

  /** Runs {@code action} on the screen's thread. */
  public void onScreen(Runnable action) {
    background.onScreen(action);
  }

  private static Fault fault(Exception failure) {
    if (failure instanceof FaultException known) {
      return known.fault();
    }
    if (!(failure instanceof CancellationException || failure instanceof InterruptedException)) {
      LOG.error("an errand failed", failure);
    }
    return new Unforeseen();
  }
}
