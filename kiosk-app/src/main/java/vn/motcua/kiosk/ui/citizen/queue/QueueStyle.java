package vn.motcua.kiosk.ui.citizen.queue;

import java.util.Objects;
import javafx.scene.Parent;

/** The few things that only this room has. */
final class QueueStyle {
  private static final String SHEET =
      Objects.requireNonNull(QueueStyle.class.getResource("queue.css"), "queue.css")
          .toExternalForm();

  private QueueStyle() {}

  static void dress(Parent body) {
    body.getStylesheets().add(SHEET);
  }
}
