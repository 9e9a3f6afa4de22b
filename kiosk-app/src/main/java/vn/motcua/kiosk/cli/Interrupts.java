package vn.motcua.kiosk.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.Cancellation;

/**
 * Turns Ctrl-C (SIGINT, SIGTERM, a closed console) into a cancellation: the command gets the time
 * to give the device back and to say how to go on, then the process ends with exit code 1.
 */
final class Interrupts implements AutoCloseable {
  /** A device has a second or so to give way; a PDF that is being written a little longer. */
  private static final int PATIENCE_SECONDS = 20;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("interrupted").unstarted(this::interrupted);

  /** Listens from now on. */
  Interrupts() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Cancelled as soon as somebody wants the command to end. */
  Cancellation cancellation() {
    return cancellation;
  }

  private void interrupted() {
    cancellation.cancel();
    boolean told;
    try {
      told = answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      told = false;
    }
    // A named fault, as documented; the machine's own code would be 130.
    if (told) {
      Runtime.getRuntime().halt(1);
    }
  }

  /** The command has said everything. */
  @Override
  public void close() {
    answered.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook runs and ends the process.
    }
  }
}
