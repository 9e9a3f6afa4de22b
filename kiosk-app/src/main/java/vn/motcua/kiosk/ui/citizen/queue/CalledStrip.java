package vn.motcua.kiosk.ui.citizen.queue;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Words;

/** "Đang mời: A012 → quầy 2" over the first page; not there while nobody is called. */
final class CalledStrip extends FlowPane {
  private final Ground ground;

  CalledStrip(Ground ground, CallsHeard calls) {
    this.ground = ground;
    setId("called");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("called-strip");
    QueueStyle.dress(this);
    calls.onChange(this::show);
  }

  private void show(List<Ticket> called) {
    getChildren().clear();
    if (!called.isEmpty()) {
      Label now = Words.of(ground.say("queue.call.now"), "body", "semibold");
      now.setGraphic(Icon.BELL.node());
      now.setMinWidth(USE_PREF_SIZE);
      getChildren().add(now);
    }
    for (Ticket ticket : called) {
      Label label =
          Words.of(
              ground.say("queue.call.to", ticket.label(), ticket.counter()), "strong", "called");
      label.setMinWidth(USE_PREF_SIZE);
      getChildren().add(label);
    }
    setVisible(!called.isEmpty());
    setManaged(!called.isEmpty());
  }
}
