package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.HeadRow;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** All dossiers of a person, the answer as the largest line of each. */
final class DossiersView implements PageView {
  private final Ground ground;
  private final Page.Dossiers page;
  private final VBox body;
  private final StringBuilder spoken = new StringBuilder();

  DossiersView(Ground ground, Page.Dossiers page) {
    this.ground = ground;
    this.page = page;
    Visitor visitor = page.visitor();
    String you = visitor.salutation();
    body = Boxes.column("page");
    body.getChildren()
        .add(
            Words.title(
                visitor
                    .name()
                    .map(name -> ground.say("list.hello", you, name))
                    .orElseGet(() -> ground.say("list.hello.nameless", you))));
    if (page.dossiers().isEmpty()) {
      empty(DateWords.sentence(you));
      return;
    }
    String count =
        ground.texts().count("list.count", page.dossiers().size(), DateWords.sentence(you));
    spoken.append(count).append(' ');
    body.getChildren().add(Words.soft(count));
    List<Region> cards = new ArrayList<>();
    for (DossierView view : page.dossiers()) {
      cards.add(card(view, visitor, cards.size() + 1));
    }
    // Beside each other where the screen is wide: three, if that shows all that are left.
    int inRow = ground.landscape().getAsBoolean() && cards.size() == 3 ? 3 : 2;
    double enough = ground.letters(inRow == 3 ? 72 : 58);
    for (int from = 0; from < cards.size(); from += inRow) {
      List<Region> row = new ArrayList<>(cards.subList(from, Math.min(from + inRow, cards.size())));
      if (from == 0 || row.size() == inRow) {
        body.getChildren().add(Split.even(28, enough, row.toArray(Region[]::new)));
      } else {
        // Alone in the last row, and as wide as those over it.
        body.getChildren()
            .add(
                new Split(
                    28,
                    width -> width >= enough,
                    new double[] {1, 1},
                    row.getFirst(),
                    new Region()));
      }
    }
  }

  private void empty(String you) {
    var none = Words.of(ground.say("list.none", you), "strong");
    var todo = Words.of(ground.say("list.none.do"), "body", "ink");
    spoken.append(none.getText()).append(' ').append(todo.getText());
    body.getChildren().add(Boxes.notice(Tone.BRAND, none, todo));
  }

  private Region card(DossierView view, Visitor visitor, int number) {
    Dossier dossier = view.dossier();
    Answer answer = Answer.of(view, visitor, ground.centre(), ground.today(), ground.texts());
    spoken.append(name(dossier)).append(". ").append(answer.brief()).append(' ');
    VBox inside =
        Boxes.column(
            "dossier",
            new HeadRow(
                Words.heading(name(dossier)),
                new Pill(answer.tone(), Optional.of(answer.icon()), answer.pill())),
            Words.body(where(view, visitor)),
            Boxes.notice(answer.tone(), Words.of(answer.brief(), "strong")),
            Words.note(dossier.code().value()));
    TouchPanel card =
        new TouchPanel(
            // Its place and not its code: JavaFX keeps what it knows of an id for as long as it
            // runs.
            "dossier-" + number,
            name(dossier) + ". " + answer.brief(),
            inside,
            () -> ground.model().open(dossier.code()));
    card.setUserData(dossier.code().value());
    card.getStyleClass().addAll("card", "dossier-card");
    if (answer.tone() != Tone.BRAND) {
      card.getStyleClass().add("edge-" + answer.tone().styleClass().substring("tone-".length()));
    }
    return card;
  }

  private String name(Dossier dossier) {
    return ground.texts().dates().vietnamese()
        ? dossier.procedure().shortName()
        : dossier.procedure().nameEn();
  }

  private String where(DossierView view, Visitor visitor) {
    String key =
        switch (view.progress()) {
          case Progress.WaitingForPapers _ -> "where.paused";
          case Progress.WaitingForPayment _ -> "where.payment";
          case Progress.Stopped _, Progress.Refused _, Progress.Withdrawn _ -> "where.ended";
          case Progress.Returned _ -> "where.returned";
          case Progress.Waiting _ -> "a.waiting";
          case Progress.InTime _, Progress.Late _, Progress.Ready _ ->
              "where."
                  + view.dossier().stage()
                  + (view.dossier().stage() == Stage.APPROVAL && view.source().isPresent()
                      ? ".elsewhere"
                      : "");
        };
    return ground.say(key, visitor.salutation());
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
  }

  @Override
  public String spoken() {
    return spoken.toString();
  }

  @Override
  public List<Spoken> sayings() {
    String you = page.visitor().salutation();
    int count = page.dossiers().size();
    List<Spoken> all = new ArrayList<>();
    if (count == 0) {
      String none = ground.say("list.none", DateWords.sentence(you));
      all.add(Spoken.of("list.none", none).named("you", you));
      all.addAll(Sayings.cut(ground.say("list.none.do")));
      return all;
    }
    all.add(
        Spoken.of("list.count", ground.texts().count("list.count", count, DateWords.sentence(you)))
            .with("count", count)
            .named("you", you));
    // The answer of each in its first two sentences; the rest is said where one is opened.
    for (DossierView view : page.dossiers()) {
      all.add(Spoken.free(name(view.dossier()) + "."));
      AnswerSpeech.of(view, page.visitor(), ground.centre(), ground.today(), ground.texts())
          .stream()
          .limit(2)
          .forEach(all::add);
    }
    return all;
  }
}
