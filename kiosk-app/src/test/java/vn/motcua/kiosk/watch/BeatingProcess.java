package vn.motcua.kiosk.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A process with a heart and a screen thread. Argument: {@code ends} after its first beat with 0,
 * {@code dies} with 7, {@code freezes}: its thread of the screen never comes back, {@code refuses}:
 * ends with 1 before any beat, {@code lives}.
 */
public final class BeatingProcess {
  private BeatingProcess() {}

  /** See the class. */
  public static void main(String[] args) throws InterruptedException {
    if (args[0].equals("refuses")) {
      System.exit(1);
    }
    var screen = Executors.newSingleThreadExecutor();
    Heartbeat.start(screen, System.out, System.in, () -> Runtime.getRuntime().halt(3));
    System.out.println("a word of its own");
    CountDownLatch forever = new CountDownLatch(1);
    screen.execute(() -> {
      switch (args[0]) {
        case "ends" -> System.exit(0);
        case "dies" -> Runtime.getRuntime().halt(7);
        case "freezes" -> awaitForever(forever);
        default -> {}
      }
    });
    forever.await();
  }

  private static void awaitForever(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
