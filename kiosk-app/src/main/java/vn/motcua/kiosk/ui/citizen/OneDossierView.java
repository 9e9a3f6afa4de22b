package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** One dossier: the answer first, then the five steps, then papers and who has looked. */
final class OneDossierView implements PageView {
  private final Ground ground;
  private final Page.OneDossier page;
  private final Answer answer;
  private final VBox body;

  OneDossierView(Ground ground, Page.OneDossier page) {
    this.ground = ground;
    this.page = page;
    DossierView view = page.view();
    Dossier dossier = view.dossier();
    answer = Answer.of(view, page.visitor(), ground.centre(), ground.today(), ground.texts());
    Freshness fresh = Freshness.of(view, LocalDateTime.now(ground.clock()), ground.texts());
    VBox left =
        Boxes.column(
            "answer-side",
            Boxes.column(
                "dossier-name", Words.title(name(dossier)), Words.soft(underName(view, fresh))));
    fresh
        .age()
        .ifPresent(age -> {
          VBox old = Boxes.notice(Tone.WAIT, Words.of(age, "body", "ink"));
          old.setId("old");
          left.getChildren().add(old);
        });
    left.getChildren().add(answerBox());
    VBox right = Boxes.column("rail-side", rail(view));
    Region facts = facts(view);
    // Side by side the facts fill the shorter side; one under the other the five steps come first.
    boolean beside =
        ground.landscape().getAsBoolean() && ground.look().textSize().get().factor() < 2;
    (beside ? left : right).getChildren().add(facts);
    body = Boxes.column("page", Split.even(32, ground.letters(44), left, right).ragged());
  }

  private String name(Dossier dossier) {
    return ground.texts().dates().vietnamese()
        ? dossier.procedure().shortName()
        : dossier.procedure().nameEn();
  }

  private String underName(DossierView view, Freshness fresh) {
    return view.dossier().code().value() + ground.say("rail.dot") + fresh.line();
  }

  private Region answerBox() {
    VBox box = Boxes.notice(answer.tone());
    box.setId("answer");
    box.getStyleClass().add("answer");
    answer.headline().forEach(line -> box.getChildren().add(Words.of(line, "answer-line")));
    if (!answer.reasons().isEmpty()) {
      box.getChildren()
          .add(Words.of(String.join(" ", answer.reasons()), "body", "ink", "answer-why"));
    }
    for (String point : answer.points()) {
      HBox row = Boxes.row("point", Icon.PAPER.node(), Boxes.wide(Words.of(point, "body", "ink")));
      box.getChildren().add(row);
    }
    return box;
  }

  private Region rail(DossierView view) {
    VBox rail = Boxes.card();
    rail.setId("rail");
    rail.getStyleClass().add("rail");
    List<RailStep> steps = RailStep.of(view, page.visitor(), ground.texts());
    for (RailStep step : steps) {
      rail.getChildren().add(step(step, step.equals(steps.getLast())));
    }
    return rail;
  }

  private static Region step(RailStep step, boolean last) {
    StackPane disc =
        switch (step.place()) {
          case DONE -> Boxes.disc(Tone.OK, Icon.CHECK);
          case ENDED -> Boxes.disc(Tone.BAD, Icon.NOTE);
          case NOW, TO_COME ->
              Boxes.disc(
                  Tone.MUTED,
                  Words.of(String.valueOf(step.stage().number()), "strong", "disc-number"));
        };
    disc.getStyleClass().add("rail-disc");
    VBox mark = new VBox(disc);
    mark.getStyleClass().add("rail-mark");
    if (!last) {
      Region line = new Region();
      line.getStyleClass().add("rail-line");
      mark.getChildren().add(line);
    }
    VBox words =
        Boxes.wide(
            Boxes.column(
                "rail-words",
                Words.of(step.name(), "rail-name"),
                Words.of(step.plain(), "note", "soft")));
    HBox row = Boxes.row("rail-step", mark, words);
    row.setId("rail-" + step.stage());
    switch (step.place()) {
      case NOW -> {
        disc.getStyleClass().add("filled");
        row.getStyleClass().addAll("now", Tone.BRAND.styleClass());
      }
      case ENDED -> row.getStyleClass().addAll("now", Tone.BAD.styleClass());
      case DONE -> row.getStyleClass().add("done");
      case TO_COME -> {}
    }
    return row;
  }

  private Region facts(DossierView view) {
    Dossier dossier = view.dossier();
    String you = page.visitor().salutation();
    int pages = dossier.pages();
    long officers =
        view.viewings().stream()
            .map(DossierView.Viewing::who)
            .filter(who -> !who.isBlank())
            .distinct()
            .count();
    Region originals =
        fact(
            Icon.FOLDER,
            ground.say("one.originals." + dossier.originals()),
            ground.say("one.originals." + dossier.originals() + ".how", you));
    Region scanned =
        fact(
            Icon.PAPER,
            pages == 0 ? ground.say("one.pages.none") : ground.texts().count("one.pages", pages),
            ground.texts().count("one.pages.how", dossier.papers().size()));
    Region viewers =
        fact(
            Icon.EYE,
            officers == 0
                ? ground.say("one.viewers.none")
                : ground.texts().count("one.viewers", officers),
            ground.say(view.viewings().isEmpty() ? "one.viewers.none.how" : "one.viewers.how"));
    if (!view.viewings().isEmpty()) {
      TouchPanel open =
          new TouchPanel(
              "viewings", ground.say("one.viewers.how"), viewers, ground.model()::showViewings);
      open.getStyleClass().add("fact-button");
      viewers = open;
    }
    // Of another system's dossier nobody here knows the papers: nothing is said of them.
    Split row =
        view.source().isPresent()
            ? new Split(
                12,
                width -> width >= ground.letters(30),
                new double[] {1.5, 1},
                fact(
                    Icon.FOLDER,
                    ground.say("one.other", view.source().get()),
                    ground.say("one.other.how")),
                viewers)
            : new Split(
                12,
                width -> width >= ground.letters(30),
                new double[] {1, 1.1, 1.35},
                originals,
                scanned,
                viewers);
    VBox card = Boxes.card(row);
    card.getStyleClass().add("facts");
    return card;
  }

  private static Region fact(Icon icon, String what, String how) {
    return Boxes.column(
        "fact", icon.node(), Words.of(what, "fact-what"), Words.of(how, "note", "soft"));
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    List<Button> buttons = new ArrayList<>();
    if (page.fromList()) {
      buttons.add(
          Buttons.icon(
              Icon.BACK, Buttons.secondary("back", ground.say("go.return"), ground.model()::back)));
    }
    if (ground.canPrint() && page.view().source().isEmpty()) {
      buttons.add(
          Buttons.icon(
              Icon.PRINTER,
              Buttons.secondary(
                  "print",
                  ground.say("go.print"),
                  () -> ground.model().print(ground.texts().language().get()))));
    }
    buttons.add(Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
    return buttons;
  }

  @Override
  public String spoken() {
    return name(page.view().dossier()) + ". " + answer.spoken();
  }

  @Override
  public List<Spoken> sayings() {
    List<Spoken> all = new ArrayList<>();
    all.add(Spoken.free(name(page.view().dossier()) + "."));
    all.addAll(
        AnswerSpeech.of(
            page.view(), page.visitor(), ground.centre(), ground.today(), ground.texts()));
    return all;
  }
}
