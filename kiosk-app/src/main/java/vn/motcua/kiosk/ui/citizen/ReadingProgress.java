package vn.motcua.kiosk.ui.citizen;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.chip.ChipStep;

/**
 * The named steps of reading a card. A light runs to and fro in the step that is under way: as long
 * as it runs, the card must stay where it is. Nothing moves when no card is being read.
 */
final class ReadingProgress {
  private static final Duration ACROSS = Duration.millis(900);

  private final Map<ChipStep, StackPane> parts = new EnumMap<>(ChipStep.class);
  private final Region light = new Region();
  private final TranslateTransition running = new TranslateTransition(ACROSS, light);
  private final VBox card;

  /**
   * @param name of a step, in the language of the moment
   */
  ReadingProgress(Function<ChipStep, String> name, Optional<ChipStep> step) {
    light.getStyleClass().add("progress-light");
    light.setMaxHeight(Region.USE_PREF_SIZE);
    running.setFromX(0);
    running.setAutoReverse(true);
    running.setCycleCount(Animation.INDEFINITE);
    running.setInterpolator(Interpolator.EASE_BOTH);
    Region[] columns = new Region[ReadCardView.STEPS.size()];
    for (int i = 0; i < columns.length; i++) {
      ChipStep each = ReadCardView.STEPS.get(i);
      StackPane bar = new StackPane();
      bar.setAlignment(Pos.CENTER_LEFT);
      bar.getStyleClass().add("progress-part");
      parts.put(each, bar);
      VBox part =
          Boxes.column("progress-step", Words.of(name.apply(each), "note", "semibold"), bar);
      part.setAlignment(Pos.BOTTOM_LEFT);
      columns[i] = part;
    }
    card = Boxes.card(Split.even(10, 0, columns));
    card.setId("progress");
    card.getStyleClass().add("progress");
    // A motion that nobody sees would go on for ever, and hold on to everything it belongs to.
    card.sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            running.stop();
          }
        });
    show(step);
  }

  Region node() {
    return card;
  }

  /** {@code step} is under way; empty: nothing is. */
  void show(Optional<ChipStep> step) {
    parts.forEach((each, bar) -> {
      boolean begun = step.isPresent() && each.compareTo(step.get()) <= 0;
      if (begun != bar.getStyleClass().contains("begun")) {
        if (begun) {
          bar.getStyleClass().add("begun");
        } else {
          bar.getStyleClass().remove("begun");
        }
      }
      bar.getChildren().remove(light);
    });
    StackPane now = step.map(parts::get).orElse(null);
    if (now == null) {
      running.stop();
      return;
    }
    now.getChildren().add(light);
    light.maxWidthProperty().bind(now.widthProperty().divide(3));
    light.minWidthProperty().bind(light.maxWidthProperty());
    running.stop();
    light.setTranslateX(0);
    now.widthProperty()
        .subscribe(width -> {
          // The way is known once the bar has been laid out.
          if (now.getChildren().contains(light) && width.doubleValue() > 0) {
            running.stop();
            running.setToX(width.doubleValue() * 2 / 3);
            if (card.getScene() != null) {
              running.play();
            }
          }
        });
  }
}
