package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
  /** Width of a stage's name where its explanation stands beside it, in letters. */
  private static final double STAGE = 10.5;

  private final Ground ground;
  private final Page.OneDossier page;
  private final Answer answer;
  private final VBox body;

  /**
   * @param more what rooms add under the dossier
   */
  OneDossierView(Ground ground, Page.OneDossier page, List<Region> more) {
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
    DossierFacts facts = new DossierFacts(ground, page);
    boolean wide = ground.landscape().getAsBoolean();
    if (wide) {
      facts.fee().ifPresent(left.getChildren()::add);
    }
    left.getChildren().addAll(more);
    VBox right = Boxes.column("rail-side", rail(view), facts.card(!wide));
    body =
        Boxes.column(
            "page",
            Split.even(ground.landscape().getAsBoolean() ? 32 : 20, ground.letters(44), left, right)
                .ragged());
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
    if (!answer.points().isEmpty()) {
      String words = ground.texts().count("a.papers.brief", answer.points().size());
      HBox inside = Boxes.row("point", Icon.PAPER.node(), Boxes.wide(Words.of(words, "strong")));
      TouchPanel open = new TouchPanel("missing", words, inside, ground.model()::showMissingPapers);
      open.getStyleClass().add("missing-button");
      box.getChildren().add(open);
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

  private Region step(RailStep step, boolean last) {
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
    Label name = Words.of(step.name(), "rail-name");
    Label plain = Words.of(step.plain(), "note", "soft");
    // A wide screen has little height: there both stand on one line.
    boolean line = ground.landscape().getAsBoolean() && ground.look().textSize().get().factor() < 2;
    if (line) {
      name.setMinWidth(ground.letters(STAGE));
      name.setPrefWidth(ground.letters(STAGE));
    }
    Region words =
        Boxes.wide(
            line
                ? Boxes.row("rail-words", name, Boxes.wide(plain))
                : Boxes.column("rail-words", name, plain));
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
