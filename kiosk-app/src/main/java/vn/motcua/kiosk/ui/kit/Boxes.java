package vn.motcua.kiosk.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Boxes that carry the spacing of the style sheet. */
public final class Boxes {
  private Boxes() {}

  /** Things one under the other. */
  public static VBox column(String styleClass, Node... children) {
    VBox box = new VBox(children);
    box.getStyleClass().addAll("column", styleClass);
    return box;
  }

  /** Things side by side, centred on one line. */
  public static HBox row(String styleClass, Node... children) {
    HBox box = new HBox(children);
    box.getStyleClass().addAll("row", styleClass);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /** A white card with a line around it. */
  public static VBox card(Node... children) {
    return column("card", children);
  }

  /** A tinted surface that gives an answer. */
  public static VBox notice(Tone tone, Node... children) {
    VBox box = column("notice", children);
    box.getStyleClass().add(tone.styleClass());
    return box;
  }

  /** An icon on a tinted disc. */
  public static StackPane disc(Tone tone, Icon icon) {
    return disc(tone, icon.node());
  }

  /** Something small on a tinted disc. */
  public static StackPane disc(Tone tone, Node inside) {
    StackPane disc = new StackPane(inside);
    disc.getStyleClass().addAll("disc", tone.styleClass());
    disc.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    disc.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return disc;
  }

  /** Takes what is left over. */
  public static Region space() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    VBox.setVgrow(region, Priority.ALWAYS);
    return region;
  }

  /** Lets {@code node} take what is left over, in a row or a column. */
  public static <N extends Node> N grow(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    VBox.setVgrow(node, Priority.ALWAYS);
    if (node instanceof Region region) {
      region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }
    return node;
  }

  /** Lets {@code node} take the width that is left over in a row. */
  public static <N extends Region> N wide(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    node.setMaxWidth(Double.MAX_VALUE);
    return node;
  }
}
