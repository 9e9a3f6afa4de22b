package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.IfRoom;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** At rest: the language, the one question, two ways to the answer and a third without papers. */
final class HomeView implements PageView {
  /** More rows of languages would push the question aside. */
  private static final int LANGUAGE_ROWS = 2;

  private final Ground ground;
  private final Runnable speak;
  private final Runnable more;
  private final VBox body;

  /**
   * @param speak reads the page aloud, in the language of the moment
   * @param more shows all languages
   * @param doors to what else the terminal is good for
   * @param strips what rooms tell everybody
   */
  HomeView(
      Ground ground, Runnable speak, Runnable more, List<Room.Door> doors, List<Region> strips) {
    this.ground = ground;
    this.speak = speak;
    this.more = more;
    Region[] others = doors.stream().map(this::door).toArray(Region[]::new);
    Button without =
        Buttons.icon(
            Icon.SEARCH,
            Buttons.primary(
                "home-without", ground.say("home.without"), ground.model()::useReceipt));
    without.getStyleClass().add("tall");
    if (ground.landscape().getAsBoolean()) {
      VBox right = Boxes.column("page", languages());
      right.getChildren().addAll(strips);
      right.getChildren().add(without);
      if (others.length > 0) {
        right.getChildren().add(Boxes.column("doors", others));
      }
      // A wide screen has little height: what explains gives way to what is touched.
      if (large()) {
        right.getChildren().add(new IfRoom(promise()));
      } else {
        right.getChildren().addAll(new IfRoom(stages()), promise());
      }
      body =
          Boxes.column(
              "page", Boxes.grow(new Split(32, _ -> true, new double[] {3, 2}, hero(), right)));
    } else {
      body = Boxes.column("page", languages());
      body.getChildren().addAll(strips);
      body.getChildren().addAll(Boxes.grow(hero()), without);
      if (others.length > 0) {
        body.getChildren().add(Split.even(24, ground.letters(13), others));
      }
      if (!large()) {
        body.getChildren().add(stages());
      }
      body.getChildren().add(promise());
    }
    body.getStyleClass().add("home");
  }

  private Region door(Room.Door door) {
    return Buttons.icon(
        door.icon(), Buttons.secondary(door.id(), ground.say(door.key()), door.open()));
  }

  private Region languages() {
    double factor = ground.look().textSize().get().factor();
    boolean wide = ground.landscape().getAsBoolean();
    int inRow = wide ? (large() ? 2 : 3) : factor >= 2 ? 2 : factor > 1 ? 3 : 4;
    List<Texts.Language> all = ground.texts().languages();
    int room = wide && large() ? inRow : inRow * LANGUAGE_ROWS;
    List<Button> buttons = new ArrayList<>();
    for (Texts.Language language : shown(all, all.size() > room ? room - 1 : all.size())) {
      buttons.add(
          LanguageButtons.of(
              ground,
              language,
              () -> {
                if (ground.speaks().test(language.locale())) {
                  speak.run();
                }
              }));
    }
    if (all.size() > room) {
      Button others =
          Buttons.icon(
              Icon.GLOBE, Buttons.secondary("languages-more", ground.say("languages.more"), more));
      others.getStyleClass().add("language");
      buttons.add(others);
    }
    return LanguageButtons.rows(buttons, inRow);
  }

  /** As many as fit, in their order; what is spoken now, Vietnamese and English before others. */
  private List<Texts.Language> shown(List<Texts.Language> all, int most) {
    List<Locale> first = List.of(ground.texts().language().get(), Texts.VIETNAMESE, Locale.ENGLISH);
    List<Texts.Language> kept =
        Stream.concat(
                first.stream()
                    .flatMap(wanted -> all.stream().filter(each -> each.locale().equals(wanted))),
                all.stream())
            .distinct()
            .limit(most)
            .toList();
    return all.stream().filter(kept::contains).toList();
  }

  private Region hero() {
    Label question = Words.of(ground.say("home.question"), "title", "hero-title");
    Region receipt = tile("home-receipt", Icon.PAPER, "home.receipt", ground.model()::useReceipt);
    Region card = tile("home-card", Icon.ID_CARD, "home.card", ground.model()::useCard);
    Label or = Words.of(ground.say("home.or"), "strong", "hero-or", "centred");
    or.setMaxWidth(Double.MAX_VALUE);
    Region ways =
        large() && ground.landscape().getAsBoolean()
            ? Split.even(24, 0, receipt, card)
            : new Split(
                large() ? 16 : 24, _ -> !large(), new double[] {7, 1.8, 7}, receipt, or, card);
    return Boxes.column("hero", question, Boxes.grow(ways));
  }

  private Region tile(String id, Icon icon, String key, Runnable action) {
    StackPane disc = Boxes.disc(Tone.BRAND, icon);
    disc.getStyleClass().add("big-disc");
    Label name = Words.of(ground.say(key), "heading");
    Label how = Words.of(ground.say(key + ".how"), "body", "soft");
    Region inside;
    // Large letters, too, have both ways on the screen as a whole: upright beside the picture;
    // where
    // it is wide without the explanation, which the next page gives as well.
    if (large() && !ground.landscape().getAsBoolean()) {
      VBox words = Boxes.wide(Boxes.column("tile-words", name, how));
      words.setAlignment(Pos.CENTER_LEFT);
      inside = Boxes.row("tile-row", disc, words);
    } else {
      VBox column = Boxes.column("tile-inside", disc, name, how);
      List.of(name, how).forEach(label -> label.getStyleClass().add("centred"));
      column.setAlignment(Pos.CENTER);
      if (large()) {
        column.getChildren().remove(how);
      }
      inside = column;
    }
    TouchPanel tile = new TouchPanel(id, ground.say(key), inside, action);
    tile.getStyleClass().add("tile");
    return tile;
  }

  private boolean large() {
    return ground.look().textSize().get().factor() > 1;
  }

  private Region stages() {
    List<Region> steps = new ArrayList<>();
    boolean beside = ground.landscape().getAsBoolean();
    for (Stage stage : Stage.values()) {
      StackPane disc =
          Boxes.disc(Tone.BRAND, Words.of(String.valueOf(stage.number()), "strong", "disc-number"));
      disc.getStyleClass().add("small-disc");
      Label name = Words.of(ground.say("stage." + stage), beside ? "body" : "note", "semibold");
      if (beside) {
        steps.add(Boxes.row("stage-row", disc, Boxes.wide(name)));
      } else {
        name.getStyleClass().add("centred");
        VBox step = Boxes.column("stage-step", disc, name);
        step.setAlignment(Pos.TOP_CENTER);
        steps.add(step);
      }
    }
    VBox card = Boxes.card(Words.of(ground.say("home.stages"), "strong"));
    if (beside) {
      card.getChildren().addAll(steps);
      card.setAlignment(Pos.CENTER_LEFT);
    } else {
      card.getChildren().add(Split.even(8, ground.letters(34), steps.toArray(Region[]::new)));
    }
    card.getStyleClass().add("stages");
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
  public boolean isWhole() {
    return true;
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

  @Override
  public List<Spoken> sayings() {
    return List.of(
        Spoken.of("home.question", ground.say("home.question").replace('\n', ' ')),
        Spoken.of(
            "home.receipt", ground.say("home.receipt") + ": " + ground.say("home.receipt.how")),
        Spoken.of("home.card", ground.say("home.card") + ": " + ground.say("home.card.how")));
  }
}
