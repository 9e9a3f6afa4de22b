package vn.motcua.kiosk.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame of the windows that staff work in: a dark rail, a bar on top, the work below. */
public final class OfficeFrame extends BorderPane {
  private final VBox rail = new VBox();
  private final Label title = Words.of("", "title");
  private final HBox bar = new HBox();
  private final HBox left = new HBox();
  private final HBox right = new HBox();
  private final VBox banners = new VBox();
  private final StackPane work = new StackPane();
  private final List<Button> places = new ArrayList<>();
  private final Map<Button, Label> caps = new HashMap<>();

  public OfficeFrame() {
    getStyleClass().addAll("window", "office");
    rail.getStyleClass().add("rail");
    bar.getStyleClass().add("top-bar");
    left.getStyleClass().add("top-part");
    right.getStyleClass().add("top-part");
    left.setAlignment(Pos.CENTER_LEFT);
    right.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(left, Priority.ALWAYS);
    bar.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(Region.USE_PREF_SIZE);
    bar.getChildren().addAll(title, left, right);
    banners.getStyleClass().add("banners");
    work.getStyleClass().add("work");
    work.setAlignment(Pos.TOP_LEFT);
    work.setMinSize(0, 0);
    VBox.setVgrow(work, Priority.ALWAYS);
    setLeft(rail);
    setCenter(new VBox(bar, banners, work));
  }

  /** The style sheet of these windows, over the kit's. */
  public static void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(OfficeFrame.class.getResource("office.css"), "office.css")
                .toExternalForm());
  }

  /** Adds a place to the rail. */
  public Button place(String id, Icon icon, String text, String key, Runnable go) {
    Button button = new Button(text, icon.node());
    button.setId(id);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().setAll("rail-item");
    button.setFocusTraversable(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> go.run());
    Label cap = Words.of(key, "rail-key");
    cap.setMouseTransparent(true);
    StackPane item = new StackPane(button, cap);
    StackPane.setAlignment(cap, Pos.TOP_RIGHT);
    places.add(button);
    caps.put(button, cap);
    rail.getChildren().add(item);
    return button;
  }

  /** Marks the place that is shown. */
  public void mark(Button place, String heading) {
    for (Button button : places) {
      button.getStyleClass().remove("on");
      Label cap = caps.get(button);
      if (cap != null) {
        cap.getStyleClass().remove("on");
        if (button.equals(place)) {
          cap.getStyleClass().add("on");
        }
      }
    }
    place.getStyleClass().add("on");
    title.setText(heading);
  }

  /** What stands in the bar after the title. */
  public HBox left() {
    return left;
  }

  /** What stands at the end of the bar. */
  public HBox right() {
    return right;
  }

  /** Calm lines over the work; empty ones take no room. */
  public VBox banners() {
    return banners;
  }

  /** Where the screens stand. */
  public StackPane work() {
    return work;
  }

  /** Shows only {@code screen} of the screens. */
  public void show(Node screen) {
    work.getChildren()
        .forEach(child -> {
          boolean shown = child.equals(screen);
          child.setVisible(shown);
          child.setManaged(shown);
        });
  }
}
