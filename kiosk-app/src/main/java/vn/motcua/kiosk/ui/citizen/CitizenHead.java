package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Emblem;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The head of every page: whose centre it is, what is spoken, and what time it is. */
final class CitizenHead extends HBox {
  private static final Duration HELD = Duration.seconds(2);

  private final Ground ground;
  private final Runnable staff;
  private final Runnable languages;
  private final Label clock = Words.of("", "clock");
  private final Label date = Words.of("", "note", "soft");

  /**
   * @param staff opens the door for staff
   * @param languages offers the languages
   * @param height is told how high the head stands
   */
  CitizenHead(Ground ground, Runnable staff, Runnable languages, DoubleConsumer height) {
    this.ground = ground;
    this.staff = staff;
    this.languages = languages;
    getStyleClass().addAll("row", "head");
    setAlignment(Pos.CENTER_LEFT);
    heightProperty().subscribe(now -> height.accept(now.doubleValue()));
  }

  /**
   * Shows it anew.
   *
   * @param switchable whether the language can be changed here; the first page has a button for
   *     each language instead
   * @param landscape whether the screen is wider than high
   */
  void show(boolean switchable, boolean landscape) {
    VBox names =
        Boxes.column(
            "centre",
            Words.of(ground.centre().kind(), "note", "soft"),
            Words.of(ground.centre().name(), "centre-name"));
    names.setAlignment(Pos.CENTER_LEFT);
    VBox time = Boxes.column("time", clock, date);
    time.setAlignment(Pos.CENTER_RIGHT);
    clock.setMinWidth(USE_PREF_SIZE);
    date.setMinWidth(USE_PREF_SIZE);
    date.setWrapText(false);
    getChildren().setAll(emblem(), Boxes.wide(names));
    if (switchable) {
      getChildren().add(languageSwitch());
    }
    getChildren().add(time);
    tick();
    double factor = ground.look().textSize().get().factor();
    // Upright, large letters leave no room for the date beside the name and the languages.
    boolean room = landscape || factor <= 1 || (factor < 2 && !switchable);
    date.setVisible(room);
    date.setManaged(room);
  }

  /** Held for a while, the emblem is a door for staff. */
  private Region emblem() {
    Emblem emblem = new Emblem();
    PauseTransition held = new PauseTransition(HELD);
    held.setOnFinished(_ -> staff.run());
    emblem.setOnMousePressed(_ -> held.playFromStart());
    emblem.setOnMouseReleased(_ -> held.stop());
    emblem.setOnMouseExited(_ -> held.stop());
    return emblem;
  }

  /** Always there: what is spoken now, by its own name; touched, it offers the others. */
  private Button languageSwitch() {
    Locale now = ground.texts().language().get();
    String name =
        ground.texts().languages().stream()
            .filter(language -> language.locale().equals(now))
            .map(Texts.Language::name)
            .findFirst()
            .orElse(now.toLanguageTag());
    Button button = Buttons.icon(Icon.GLOBE, Buttons.secondary("language-switch", name, languages));
    button.getStyleClass().addAll("language", "language-switch");
    button.setMinWidth(USE_PREF_SIZE);
    button.setMaxWidth(USE_PREF_SIZE);
    button.setWrapText(false);
    return button;
  }

  /** The minute may have changed. */
  void tick() {
    LocalDateTime now = LocalDateTime.now(ground.clock());
    DateWords dates = ground.texts().dates();
    clock.setText(dates.clock(now.toLocalTime()));
    date.setText(dates.full(now.toLocalDate()));
  }
}
