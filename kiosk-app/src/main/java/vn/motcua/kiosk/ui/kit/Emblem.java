package vn.motcua.kiosk.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A gold star on a red disc with a gold rim; drawn, so that it is sharp at every size. */
public final class Emblem extends StackPane {
  public Emblem() {
    getStyleClass().add("emblem");
    Region star = new Region();
    star.getStyleClass().add("emblem-star");
    star.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(star);
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }
}
