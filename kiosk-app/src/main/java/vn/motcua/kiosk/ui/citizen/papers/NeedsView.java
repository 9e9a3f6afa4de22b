package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** One procedure: papers, fee, days; what is not confirmed is said. */
final class NeedsView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final PapersPage.Needed page;
  private final Optional<Runnable> print;
  private final NeedsWords words;
  private final VBox body;

  NeedsView(Ground ground, PapersModel model, PapersPage.Needed page, Optional<Runnable> print) {
    this.ground = ground;
    this.model = model;
    this.page = page;
    this.print = print;
    words = new NeedsWords(ground.texts(), page.needs());
    Procedure procedure = page.needs().procedure();
    VBox papers = Boxes.card(Words.of(ground.say("needs.bring"), "strong"));
    papers.setId("needs-papers");
    for (RequiredPaper paper : procedure.papers()) {
      papers
          .getChildren()
          .add(
              Boxes.row(
                  "needs-paper",
                  Icon.PAPER.node(),
                  Boxes.wide(
                      Boxes.column(
                          "paper-words",
                          Words.of(paper.name(), "body", "semibold"),
                          Words.note(words.copies(paper))))));
    }
    VBox facts = Boxes.column("needs-facts", fact("fee", Icon.MONEY, words.fee()));
    facts.getChildren().add(fact("days", Icon.CALENDAR, words.days()));
    if (!procedure.details().forms().isEmpty()) {
      facts
          .getChildren()
          .add(
              fact(
                  "forms",
                  Icon.EDIT,
                  ground.say("needs.forms", String.join(", ", procedure.details().forms()))));
    }
    if (!words.unconfirmed().isEmpty()) {
      VBox unsure = Boxes.notice(Tone.WAIT, Words.of(words.unconfirmed(), "body", "ink"));
      unsure.setId("needs-unsure");
      facts.getChildren().add(unsure);
    }
    Region more =
        Split.even(
            16,
            ground.letters(24),
            other("needs-phone", Icon.PHONE, "needs.phone", () -> model.forPhone(page.needs())),
            other("needs-slides", Icon.EYE, "needs.slides", () -> model.explain(page.needs())));
    body =
        Boxes.column(
            "page",
            Words.title(words.name()),
            Words.note(procedure.name()),
            Split.even(28, ground.letters(52), Boxes.column("needs-facts", papers, more), facts)
                .ragged());
  }

  private static Button other(Icon icon, Button button) {
    return Buttons.icon(icon, button);
  }

  private Button other(String id, Icon icon, String key, Runnable action) {
    return other(icon, Buttons.secondary(id, ground.say(key), action));
  }

  private static Region fact(String id, Icon icon, String what) {
    VBox card =
        Boxes.card(
            Boxes.row("needs-fact", icon.node(), Boxes.wide(Words.of(what, "body", "semibold"))));
    card.setId("needs-" + id);
    card.getStyleClass().add("needs-card");
    return card;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> all = new ArrayList<>();
    all.add(Ways.back(ground));
    print.ifPresent(action ->
        all.add(
            Buttons.icon(
                Icon.PRINTER, Buttons.secondary("needs-print", ground.say("go.print"), action))));
    all.add(
        Buttons.primary(
            "needs-prepare",
            ground.say("needs.prepare"),
            () -> model.draft().prepare(page.needs())));
    return all;
  }

  @Override
  public String spoken() {
    String papers =
        page.needs().procedure().papers().stream()
            .map(paper -> paper.name() + ", " + words.copies(paper))
            .collect(Collectors.joining(". "));
    return String.join(
        ". ", words.name(), ground.say("needs.bring"), papers, words.fee(), words.days());
  }
}
