package vn.motcua.kiosk.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * How a window looks to the person in front of it: size of letters, high contrast ("Chữ rõ"), lower
 * half ("Hạ thấp"). Belongs to the JavaFX thread.
 */
public final class Look {
  private final Density density;
  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
  private final BooleanProperty clear = new SimpleBooleanProperty();
  private final BooleanProperty lowered = new SimpleBooleanProperty();

  public Look(Density density) {
    this.density = density;
  }

  /** How close things stand. */
  public Density density() {
    return density;
  }

  /** Size of the letters. */
  public ObjectProperty<TextSize> textSize() {
    return textSize;
  }

  /** High contrast. */
  public BooleanProperty clear() {
    return clear;
  }

  /** Everything that is touched stands in the lower half. */
  public BooleanProperty lowered() {
    return lowered;
  }

  /** The root font size as it is now, in logical pixels. */
  public double em() {
    return density.em() * textSize.get().factor();
  }

  /** Back to how the next person expects it. */
  public void reset() {
    textSize.set(TextSize.NORMAL);
    clear.set(false);
    lowered.set(false);
  }

  /** Dresses {@code scene} in the house's theme, and keeps it so when a setting changes. */
  public void dress(Scene scene) {
    Theme.install();
    scene.getStylesheets().add(Theme.sheet());
    textSize.subscribe(() -> apply(scene));
    clear.subscribe(() -> apply(scene));
    apply(scene);
  }

  private void apply(Scene scene) {
    var classes = scene.getRoot().getStyleClass();
    classes.removeIf(c -> c.startsWith("size-") || c.equals("clear"));
    if (!classes.contains(density.styleClass())) {
      classes.add(density.styleClass());
    }
    classes.add(textSize.get().styleClass());
    if (clear.get()) {
      classes.add("clear");
    }
  }
}
