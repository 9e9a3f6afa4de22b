package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.desk.DraftPerson;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.HeadRow;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** What is filled in so far; each line can be changed. */
final class CheckView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final PapersPage.Check page;
  private final VBox body;

  CheckView(Ground ground, PapersModel model, PapersPage.Check page) {
    this.ground = ground;
    this.model = model;
    this.page = page;
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("check.title")),
            Words.soft(NeedsWords.name(ground.texts(), page.needs().procedure())));
    List<Region> cards = new ArrayList<>();
    page.draft().owner().ifPresent(owner -> cards.add(people("check.owner", true, owner)));
    cards.add(people("check.self", false, page.draft().applicant()));
    body.getChildren()
        .add(Split.even(24, ground.letters(52), cards.toArray(Region[]::new)).ragged());
    if (page.canScan()) {
      int pages = page.pages().values().stream().mapToInt(Integer::intValue).sum();
      Button scan =
          Buttons.icon(
              Icon.SCAN,
              Buttons.secondary(
                  "check-scan",
                  ground.texts().count("check.scan", pages),
                  model.draft()::scanPapers));
      body.getChildren().add(scan);
    }
  }

  private Region people(String key, boolean ofOwner, DraftPerson person) {
    VBox card = Boxes.card(Words.of(ground.say(key), "strong"));
    for (DraftQuestion question : DraftQuestion.values()) {
      if (question.ofOwner() == ofOwner) {
        card.getChildren().add(line(question, person));
      }
    }
    return card;
  }

  private Region line(DraftQuestion question, DraftPerson person) {
    String is = person.field(question.field()).map(Field::value).orElse("");
    String source =
        person
            .field(question.field())
            .map(field -> ground.say("source." + field.source()))
            .orElse("");
    VBox words =
        Boxes.wide(
            Boxes.column(
                "check-words",
                Words.note(ground.say("field." + question.field())),
                Words.of(
                    is.isEmpty() ? ground.say("check.open") : shown(question, is),
                    "body",
                    "semibold")));
    if (!source.isEmpty()) {
      words.getChildren().add(Words.note(source));
    }
    Button change =
        Buttons.quiet(
            "change-" + question, ground.say("check.change"), () -> model.draft().change(question));
    change.setMaxWidth(Region.USE_PREF_SIZE);
    change.setMinWidth(Region.USE_PREF_SIZE);
    change.setWrapText(false);
    return new HeadRow(words, change);
  }

  /** Numbers never stand whole where a queue can read them. */
  private static String shown(DraftQuestion question, String is) {
    return question == DraftQuestion.NUMBER
        ? CitizenNumber.read(is).map(CitizenNumber::masked).orElse(is)
        : question.shown(question.typed(is));
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(
        Ways.back(ground),
        Buttons.primary("check-done", ground.say("check.done"), model.draft()::handOut));
  }

  @Override
  public String spoken() {
    return ground.say("check.title");
  }
}
