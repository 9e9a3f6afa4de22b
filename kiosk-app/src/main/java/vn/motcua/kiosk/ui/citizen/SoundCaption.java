package vn.motcua.kiosk.ui.citizen;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Words;

/** The words for a sound, under the head for some seconds. It takes no touch. */
final class SoundCaption extends StackPane {
  private static final double RISE = 14;
  private static final Duration SHOWN = Duration.seconds(3);

  private final Label words = Words.of("", "note", "ink", "sound-caption");
  private final PauseTransition time = new PauseTransition(SHOWN);

  SoundCaption() {
    words.setId("sound-caption");
    words.setGraphic(Icon.SPEAKER.node());
    words.setWrapText(false);
    words.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(words);
    setAlignment(Pos.TOP_CENTER);
    setMouseTransparent(true);
    setVisible(false);
    time.setOnFinished(_ -> setVisible(false));
  }

  /**
   * Where the head ends and the page begins, in pixels from the top: the words lie on it, where the
   * page has its margin.
   */
  void line(double y) {
    words.setTranslateY(Math.max(0, y - RISE));
  }

  /** Shows {@code sentence}; the one before gives way. */
  void show(String sentence) {
    words.setText(sentence);
    setVisible(true);
    time.playFromStart();
  }
}
