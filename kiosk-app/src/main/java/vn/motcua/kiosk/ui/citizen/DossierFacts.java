package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
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

  /**
   * The card with everything on it.
   *
   * @param withFee whether the fee stands on it as well
   */
  Region card(boolean withFee) {
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
    String seen =
        officers == 0
            ? ground.say("one.viewers.none")
            : ground.texts().count("one.viewers", officers);
    Region viewers =
        view.viewings().isEmpty()
            ? fact(Icon.EYE, seen, ground.say("one.viewers.none.how"))
            : door(
                "viewings",
                Icon.EYE,
                seen,
                ground.say("one.viewers.how"),
                ground.model()::showViewings);
    Optional<Region> fee = withFee ? fee() : Optional.empty();
    // Of another system's dossier nobody here knows the papers: nothing is said of them.
    List<Region> facts = new ArrayList<>();
    if (view.source().isPresent()) {
      facts.add(
          fact(
              Icon.FOLDER,
              ground.say("one.other", view.source().get()),
              ground.say("one.other.how")));
    } else {
      facts.add(originals);
      facts.add(scanned);
    }
    List<Region> doors = new ArrayList<>();
    (fee.isPresent() ? facts : doors).add(viewers);
    fee.ifPresent(doors::add);
    doors.add(history());
    VBox card = Boxes.card(row(facts), row(doors));
    card.getStyleClass().add("facts");
    return card;
  }

  private Region row(List<Region> parts) {
    return Split.even(12, ground.letters(30), parts.toArray(Region[]::new));
  }

  /** To what the dossier costs, if it does. */
  Optional<Region> fee() {
    FeeState fee = page.view().fee();
    if (fee.kind() == FeeState.Kind.NONE) {
      return Optional.empty();
    }
    FeeWords words = FeeWords.of(fee, page.visitor(), ground.texts());
    return Optional.of(
        door(
            "fee",
            Icon.MONEY,
            ground.say("one.fee", words.amount()),
            words.state(),
            ground.model()::showFee));
  }

  private Region history() {
    return door(
        "history",
        Icon.LIST,
        ground.texts().count("one.history", page.view().history().size()),
        ground.say("one.history.how"),
        ground.model()::showHistory);
  }

  private static Region door(String id, Icon icon, String what, String how, Runnable open) {
    TouchPanel door = new TouchPanel(id, what, lines(icon, what, Words.of(how, "note")), open);
    door.getStyleClass().add("fact-button");
    return door;
  }

  private static Region fact(Icon icon, String what, String how) {
    Region fact = lines(icon, what, Words.of(how, "note", "soft"));
    fact.getStyleClass().add("fact-plain");
    return fact;
  }

  private static Region lines(Icon icon, String what, Region how) {
    Label head = Words.of(what, "fact-what");
    head.setGraphic(icon.node());
    return Boxes.column("fact", head, how);
  }
}
