package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.CustodyDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** One line over the work list: how many hand-overs wait for somebody to count, and the oldest. */
final class WaitingBar extends VBox {
  private final CustodyModel model;
  private final Consumer<DossierCode> open;

  WaitingBar(CustodyModel model, Texts texts, Consumer<DossierCode> open) {
    this.model = model;
    this.open = open;
    model
        .waiting()
        .subscribe(waiting -> {
          getChildren().clear();
          if (!waiting.isEmpty()) {
            Button oldest =
                Parts.small(
                    "waiting-oldest", texts.get("waiting.open"), "Ctrl G", this::openOldest);
            HBox bar =
                Parts.banner(
                    Tone.BRAND,
                    Icon.FOLDER,
                    Words.of(texts.count("waiting.some", waiting.size()), "body"),
                    oldest);
            bar.setId("waiting-bar");
            getChildren().add(bar);
          }
          Parts.show(this, !waiting.isEmpty());
        });
  }

  /** Opens the dossier that has waited longest. */
  void openOldest() {
    List<CustodyDesk.Waiting> waiting = model.waiting().get();
    if (!waiting.isEmpty()) {
      open.accept(waiting.getFirst().code());
    }
  }
}
