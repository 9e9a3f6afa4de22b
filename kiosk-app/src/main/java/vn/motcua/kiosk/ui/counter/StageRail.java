package vn.motcua.kiosk.ui.counter;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The five stages side by side: passed ones ticked, the present one filled. */
final class StageRail extends GridPane {
  StageRail(Dossier dossier, Texts texts) {
    setVgap(4);
    Stage[] all = Stage.values();
    boolean over = dossier.status() == PortalStatus.RETURNED;
    for (int i = 0; i < all.length; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / all.length);
      column.setHalignment(HPos.CENTER);
      getColumnConstraints().add(column);
      boolean past = all[i].isBefore(dossier.stage()) || over;
      boolean now = all[i] == dossier.stage() && !over;
      if (i > 0) {
        add(half(), i, 0);
        setHalignment(getChildren().getLast(), HPos.LEFT);
      }
      if (i < all.length - 1) {
        add(half(), i, 0);
        setHalignment(getChildren().getLast(), HPos.RIGHT);
      }
      Node inside = past ? Icon.CHECK.node() : new Label(Integer.toString(all[i].number()));
      StackPane dot = new StackPane(inside);
      dot.getStyleClass().add("stage-dot");
      Label name = Words.of(texts.get("stage." + all[i].name()), "stage-name");
      name.setAlignment(Pos.CENTER);
      setValignment(name, VPos.TOP);
      if (past) {
        dot.getStyleClass().add("past");
      }
      if (now) {
        dot.getStyleClass().add("now");
        name.getStyleClass().add("now");
      }
      add(dot, i, 0);
      add(name, i, 1);
    }
  }

  /** The line from the edge of a column to its dot. */
  private Node half() {
    Region link = new Region();
    link.getStyleClass().add("stage-link");
    link.maxWidthProperty().bind(widthProperty().divide(10).subtract(19));
    link.prefWidthProperty().bind(link.maxWidthProperty());
    return link;
  }
}
