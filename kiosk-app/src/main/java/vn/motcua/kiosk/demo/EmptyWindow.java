package vn.motcua.kiosk.demo;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The least that JavaFX can do: one empty white window over the whole screen. A measure. */
public final class EmptyWindow {
  private EmptyWindow() {}

  /** Shows it until the process is ended. */
  public static void main(String[] args) {
    Platform.startup(() -> {
      Stage stage = new Stage(StageStyle.UNDECORATED);
      stage.setScene(new Scene(new StackPane()));
      Rectangle2D whole = Screen.getPrimary().getBounds();
      stage.setWidth(whole.getWidth());
      stage.setHeight(whole.getHeight());
      stage.setX(whole.getMinX());
      stage.setY(whole.getMinY());
      stage.setFullScreen(true);
      stage.show();
    });
  }
}
