package vn.motcua.kiosk.ui.kit;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The JavaFX toolkit, started once for all window tests. It draws on an Xvfb of its own, large
 * enough for both orientations; {@code -Dmotcua.display=current} shows the tests on the display at
 * hand instead.
 */
public final class FxToolkit {
  private static boolean started;

  private FxToolkit() {}

  /** Starts it unless it runs. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    if (!"current".equals(System.getProperty("motcua.display"))) {
      try {
        VirtualDisplay.start(1920, 1920);
      } catch (IOException e) {
        throw new AssertionError("window tests need the Debian package xvfb", e);
      }
    }
    CountDownLatch up = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(up::countDown);
    try {
      if (!up.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX did not start; is libgtk-3-0 installed?");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    started = true;
  }
}
