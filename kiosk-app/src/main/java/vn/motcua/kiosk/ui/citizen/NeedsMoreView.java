package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** The chip does not prove enough: a receipt, or an officer who compares card and person. */
final class NeedsMoreView implements PageView {
  private final Ground ground;
  private final Page.NeedsMore page;
  private final VBox body;

  NeedsMoreView(Ground ground, Page.NeedsMore page) {
    this.ground = ground;
    this.page = page;
    String you = page.visitor().salutation();
    body =
        Boxes.column(
            "page", Words.title(ground.say("more.title")), Words.soft(ground.say("more.why", you)));
    switch (page.asking()) {
      case NOT_YET, NOT_HERE -> because().ifPresent(body.getChildren()::add);
      case ASKED -> body.getChildren().add(notice(Tone.BRAND, Icon.PERSON, "more.asked", you));
      case DECLINED -> body.getChildren().add(notice(Tone.WAIT, Icon.NOTE, "more.declined", you));
    }
    Region receipt = way("more-receipt", Icon.PAPER, "more.receipt", ground.model()::useReceipt);
    if (page.asking() == Page.NeedsMore.Asking.NOT_YET) {
      Region staff =
          way("more-staff", Icon.PERSON, "more.staff", ground.model()::askForConfirmation);
      body.getChildren().add(Split.even(28, ground.letters(44), receipt, staff));
    } else {
      body.getChildren().add(receipt);
    }
  }

  /**
   * How far the card itself got, which is nobody's fault; nothing where there is nothing to say.
   */
  private Optional<Region> because() {
    String words = becauseWords();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    HBox row =
        Boxes.row(
            "notice-row", page.proven().icon().node(), Boxes.wide(Words.of(words, "body", "ink")));
    VBox notice = Boxes.notice(page.proven().tone(), row);
    notice.setId("because");
    return Optional.of(notice);
  }

  private String becauseWords() {
    String key = "more." + page.proven();
    return ground.texts().has(key) ? ground.say(key) : "";
  }

  private Region notice(Tone tone, Icon icon, String key, String you) {
    VBox words =
        Boxes.wide(
            Boxes.column(
                "notice-words",
                Words.of(ground.say(key), "heading"),
                Words.of(ground.say(key + ".how", you), "body", "ink")));
    HBox row = Boxes.row("notice-row", icon.node(), words);
    VBox notice = Boxes.notice(tone, row);
    notice.setId("asking");
    return notice;
  }

  private Region way(String id, Icon icon, String key, Runnable action) {
    StackPane disc = Boxes.disc(Tone.BRAND, icon);
    VBox words =
        Boxes.wide(
            Boxes.column(
                "way-words", Words.heading(ground.say(key)), Words.soft(ground.say(key + ".how"))));
    HBox inside = Boxes.row("way-inside", disc, words);
    inside.setAlignment(Pos.CENTER_LEFT);
    TouchPanel way = new TouchPanel(id, ground.say(key), inside, action);
    way.getStyleClass().addAll("card", "way", "edge-brand");
    return way;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(
        Buttons.icon(
            Icon.LEAVE, Buttons.secondary("leave", ground.say("go.leave"), ground.model()::leave)));
  }

  @Override
  public String spoken() {
    String you = page.visitor().salutation();
    return switch (page.asking()) {
      case NOT_YET, NOT_HERE ->
          ground.say("more.title") + " " + ground.say("more.why", you) + " " + becauseWords();
      case ASKED -> ground.say("more.asked") + " " + ground.say("more.asked.how", you);
      case DECLINED -> ground.say("more.declined") + " " + ground.say("more.declined.how", you);
    };
  }

  @Override
  public List<Spoken> sayings() {
    String you = page.visitor().salutation();
    return switch (page.asking()) {
      case NOT_YET, NOT_HERE -> {
        List<Spoken> all = new ArrayList<>();
        all.add(Spoken.of("more.title", ground.say("more.title")));
        all.addAll(Sayings.cut(ground.say("more.why", you)));
        all.addAll(Sayings.cut(becauseWords()));
        yield all;
      }
      case ASKED ->
          List.of(
              Spoken.of(
                  "more.asked",
                  ground.say("more.asked") + " " + ground.say("more.asked.how", you)));
      case DECLINED -> {
        List<Spoken> all = new ArrayList<>();
        all.add(Spoken.of("more.declined", ground.say("more.declined")));
        all.addAll(Sayings.cut(ground.say("more.declined.how", you)));
        yield all;
      }
    };
  }
}
