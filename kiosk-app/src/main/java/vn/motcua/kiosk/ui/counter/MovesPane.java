package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** What the officer may do to the open dossier now; and what is for others to do. */
final class MovesPane extends VBox {
  private final WorkModel model;
  private final Texts texts;

  MovesPane(WorkModel model, WorkModel.Opened open, Texts texts, Consumer<Move> begin) {
    this.model = model;
    this.texts = texts;
    setSpacing(6);
    FlowPane flow = new FlowPane(8, 8);
    boolean first = true;
    for (MoveKeys way : MoveKeys.values()) {
      if (!model.mine().get().contains(way.move())) {
        continue;
      }
      String id = "move-" + way.move().name();
      String name = texts.get("move." + way.move().name());
      Button button =
          first
              ? Buttons.primary(id, name, () -> begin.accept(way.move()))
              : Buttons.secondary(id, name, () -> begin.accept(way.move()));
      button.setWrapText(false);
      button.setMaxWidth(Region.USE_PREF_SIZE);
      KeyCap.on(button, way.cap());
      flow.getChildren().add(button);
      first = false;
    }
    if (!first) {
      getChildren().add(flow);
    } else if (open.allowed().isEmpty()) {
      getChildren().add(Words.of(texts.get("dossier.closed"), "note", "soft"));
    }
    others(open).ifPresent(getChildren()::add);
  }

  /** What others may do to it now, and who they are. */
  private Optional<Node> others(WorkModel.Opened open) {
    List<String> theirs =
        open.allowed().stream()
            .filter(move -> MoveKeys.of(move).isPresent())
            .filter(move -> !model.mine().get().contains(move) && model.isOthers(move))
            .sorted()
            .map(move -> texts.get("role.move", texts.get("move." + move.name()), who(move)))
            .toList();
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    Label said = Words.of(texts.get("role.others", String.join("; ", theirs)), "note", "soft");
    said.setId("moves-of-others");
    return Optional.of(said);
  }

  private String who(Move move) {
    return Crew.who(move).stream()
        .filter(role -> role != Role.CITIZEN)
        .sorted()
        .map(role -> texts.get("role." + role.name()))
        .collect(Collectors.joining(", "));
  }
}
