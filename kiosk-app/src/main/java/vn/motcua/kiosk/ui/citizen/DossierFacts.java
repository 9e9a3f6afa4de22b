package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.FeeState;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** Under the five steps: originals, pages, who has looked, fee, what happened. */
final class DossierFacts {
  private final Ground ground;
  private final Page.OneDossier page;

  DossierFacts(Ground ground, Page.OneDossier page) {
    this.ground = ground;
    this.page = page;
  }

  /** The card with everything on it. */
  Region card() {
    DossierView view = page.view();
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
            OriginalsWords.of(view, you, ground.texts()));
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
    VBox card = Boxes.card(row, doors(view));
    card.getStyleClass().add("facts");
    return card;
  }

  /** To the fee, if there is one, and to what happened so far. */
  private Region doors(DossierView view) {
    List<Region> doors = new ArrayList<>();
    if (view.fee().kind() != FeeState.Kind.NONE) {
      FeeWords fee = FeeWords.of(view.fee(), page.visitor(), ground.texts());
      doors.add(
          door(
              "fee",
              Icon.MONEY,
              ground.say("one.fee", fee.amount()),
              fee.state(),
              ground.model()::showFee));
    }
    doors.add(
        door(
            "history",
            Icon.LIST,
            ground.texts().count("one.history", view.history().size()),
            ground.say("one.history.how"),
            ground.model()::showHistory));
    return Split.even(12, ground.letters(30), doors.toArray(Region[]::new));
  }

  private static Region door(String id, Icon icon, String what, String how, Runnable open) {
    VBox words =
        Boxes.wide(Boxes.column("fact", Words.of(what, "fact-what"), Words.of(how, "note")));
    TouchPanel door = new TouchPanel(id, what, Boxes.row("door", icon.node(), words), open);
    door.getStyleClass().add("fact-button");
    return door;
  }

  private static Region fact(Icon icon, String what, String how) {
    return Boxes.column(
        "fact", icon.node(), Words.of(what, "fact-what"), Words.of(how, "note", "soft"));
  }
}
