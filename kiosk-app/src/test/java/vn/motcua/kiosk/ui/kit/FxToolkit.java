package vn.motcua.kiosk.ui.kit;

import vn.motcua.kiosk.ui.Screen;
import vn.motcua.scanner.FaultException;

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
    try {
      if ("current".equals(System.getProperty("motcua.display"))) {
        Screen.start();
      } else {
        Screen.startUnseen(2560, 1920);
      }
    } catch (FaultException e) {
      throw new AssertionError("window tests need the Debian packages xvfb and libgtk-3-0", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    started = true;
  }
}
