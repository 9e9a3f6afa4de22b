package vn.motcua.kiosk.ui;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * A window without a way out: it fills the screen, comes back when the window system takes it away,
 * and lets nobody close it. What only the system can forbid (another terminal of Linux,
 * Ctrl+Alt+Del of Windows) is told in the manual.
 */
final class KioskStage {
  private KioskStage() {}

  /** Makes {@code stage} one; before it is shown. On the JavaFX thread. */
  static void hold(Stage stage) {
    fill(stage);
    stage.setAlwaysOnTop(true);
    stage.setResizable(false);
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setFullScreen(true);
    stage.setOnCloseRequest(Event::consume);
    Return back = new Return(stage);
    stage
        .iconifiedProperty()
        .subscribe(away -> {
          if (away) {
            back.soon();
          }
        });
    stage
        .fullScreenProperty()
        .subscribe(full -> {
          if (!full && stage.isShowing()) {
            Platform.runLater(() -> {
              fill(stage);
              stage.setFullScreen(true);
            });
          }
        });
  }

  /**
   * Without a window manager, as on a machine that does nothing else, full screen alone leaves the
   * window at its own size somewhere in the middle.
   */
  private static void fill(Stage stage) {
    Rectangle2D whole = Screen.getPrimary().getBounds();
    stage.setX(whole.getMinX());
    stage.setY(whole.getMinY());
    stage.setWidth(whole.getWidth());
    stage.setHeight(whole.getHeight());
  }

  /**
   * The way back from the task bar. JavaFX 25 on GTK announces that a window is iconified after
   * every request about it, also after the one to come back ({@code GtkWindow._minimize}), and only
   * the window manager's answer takes that back. Without a window manager there is none: whoever
   * answers each announcement with a request goes round for ever, on a screen that is not drawn.
   */
  private static final class Return {
    private final Stage stage;
    private boolean asked;

    Return(Stage stage) {
      this.stage = stage;
    }

    void soon() {
      if (!asked) {
        asked = true;
        Platform.runLater(this::now);
      }
    }

    private void now() {
      stage.setIconified(false);
      if (stage.isIconified()) {
        // What JavaFX announces of this request takes it back; over the full screen it shows not.
        stage.setMaximized(true);
        stage.setMaximized(false);
      }
      asked = false;
    }
  }
}
