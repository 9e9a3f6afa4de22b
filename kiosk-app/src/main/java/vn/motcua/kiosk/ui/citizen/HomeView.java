package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** At rest: the language, the one question, two ways to the answer and a third without papers. */
final class HomeView implements PageView {
  static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.of("en"));

  private final Ground ground;
  private final VBox body;

  HomeView(Ground ground) {
    this.ground = ground;
    Button without =
        Buttons.icon(
            Icon.SEARCH,
            Buttons.primary(
                "home-without", ground.say("home.without"), ground.model()::useReceipt));
    without.getStyleClass().add("tall");
    body = Boxes.column("page", languages(), Boxes.grow(hero()), without, stages(), promise());
    body.getStyleClass().add("home");
  }

  private Region languages() {
    Button[] buttons = LANGUAGES.stream().map(this::language).toArray(Button[]::new);
    HBox row = Boxes.row("languages", buttons);
    for (Button button : buttons) {
      Boxes.wide(button);
      button.setPrefWidth(1);
    }
    return row;
  }

  private Button language(Locale locale) {
    Button button =
        Buttons.secondary(
            "language-" + locale.getLanguage(),
            ground.say("language." + locale.getLanguage()),
            () -> {
              ground.model().touched();
              ground.texts().language().set(locale);
            });
    button.getStyleClass().add("language");
    if (ground.speaks().test(locale)) {
      Buttons.icon(Icon.SPEAKER, button);
    }
    if (locale.getLanguage().equals(ground.texts().language().get().getLanguage())) {
      button.getStyleClass().add("chosen");
      Buttons.icon(ground.speaks().test(locale) ? Icon.SPEAKER : Icon.CHECK, button);
    }
    return button;
  }

  private Region hero() {
    Label question = Words.of(ground.say("home.question"), "title", "hero-title");
    Button receipt = tile("home-receipt", Icon.PAPER, "home.receipt", ground.model()::useReceipt);
    Button card = tile("home-card", Icon.ID_CARD, "home.card", ground.model()::useCard);
    Label or = Words.of(ground.say("home.or"), "strong", "hero-or", "centred");
    or.setMinWidth(Region.USE_PREF_SIZE);
    Region ways;
    if (ground.look().textSize().get().factor() < 2) {
      HBox row = Boxes.row("ways", receipt, or, card);
      row.setAlignment(Pos.CENTER);
      row.setFillHeight(true);
      receipt.setPrefWidth(1);
      card.setPrefWidth(1);
      Boxes.grow(receipt);
      Boxes.grow(card);
      ways = row;
    } else {
      or.setMaxWidth(Double.MAX_VALUE);
      Boxes.grow(receipt);
      Boxes.grow(card);
      ways = Boxes.column("ways", receipt, or, card);
    }
    Region[] parts = {question, ways};
    Split split = new Split(36, width -> width >= ground.letters(52), new double[] {2, 3}, parts);
    VBox hero = Boxes.column("hero", Boxes.grow(split));
    return hero;
  }

  private Button tile(String id, Icon icon, String key, Runnable action) {
    StackPane disc = Boxes.disc(Tone.BRAND, icon);
    disc.getStyleClass().add("big-disc");
    Label name = Words.of(ground.say(key), "heading", "centred");
    Label how = Words.of(ground.say(key + ".how"), "body", "soft", "centred");
    VBox inside = Boxes.column("tile-inside", disc, name, how);
    inside.setAlignment(Pos.CENTER);
    Button tile = Buttons.quiet(id, "", action);
    tile.setAccessibleText(ground.say(key));
    tile.getStyleClass().add("tile");
    tile.setGraphic(inside);
    tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    inside.prefWidthProperty().bind(tile.widthProperty().subtract(48));
    return tile;
  }

  private Region stages() {
    List<Region> steps = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      StackPane disc =
          Boxes.disc(
              Tone.BRAND, Words.of(String.valueOf(stage.ordinal() + 1), "strong", "disc-number"));
      disc.getStyleClass().add("small-disc");
      VBox step =
          Boxes.column(
              "stage-step",
              disc,
              Words.of(ground.say("stage." + stage), "note", "centred", "semibold"));
      step.setAlignment(Pos.TOP_CENTER);
      steps.add(step);
    }
    Region row = Split.even(8, ground.letters(34), steps.toArray(Region[]::new));
    VBox card = Boxes.card(Words.of(ground.say("home.stages"), "strong"), row);
    card.getStyleClass().add("stages");
    if (ground.look().textSize().get().factor() > 1) {
      card.setVisible(false); // an explanation that large letters have no room for
      card.setManaged(false);
    }
    return card;
  }

  private Region promise() {
    Label promise = Words.of(ground.say("home.private"), "note", "promise", "semibold", "centred");
    promise.setGraphic(Icon.SHIELD.node());
    promise.setMaxWidth(Double.MAX_VALUE);
    return promise;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of();
  }

  @Override
  public String spoken() {
    return String.join(
        ". ",
        ground.say("home.question"),
        ground.say("home.receipt") + ": " + ground.say("home.receipt.how"),
        ground.say("home.card") + ": " + ground.say("home.card.how"));
  }
}
