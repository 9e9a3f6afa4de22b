package vn.motcua.kiosk.ui.kit;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word or two on a tinted, round surface: the state of something. */
public final class Pill extends Label {
  public Pill(Tone tone, Optional<Icon> icon, String text) {
    super(text);
    getStyleClass().addAll("pill", tone.styleClass());
    icon.ifPresent(i -> setGraphic(i.node()));
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Pill(Tone tone, Icon icon, String text) {
    this(tone, Optional.of(icon), text);
  }

  public Pill(Tone tone, String text) {
    this(tone, Optional.empty(), text);
  }
}
