package vn.motcua.kiosk.ui.counter;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** A move that was begun: what it still needs, and doing it. */
final class DraftPane extends VBox {
  DraftPane(WorkModel model, MoveDraft draft, Texts texts) {
    getStyleClass().addAll("column", "notice", Tone.BRAND.styleClass());
    setId("move-draft");
    getChildren().add(Words.of(texts.get("ask." + draft.move().name()), "strong"));
    if (draft.wantsPapers()) {
      TextArea papers = new TextArea();
      papers.setId("draft-papers");
      papers.setPromptText(texts.get("draft.papers.prompt"));
      papers.textProperty().bindBidirectional(draft.papers());
      Parts.leaveByTab(papers);
      getChildren().add(Parts.labelled(texts.get("draft.papers"), papers));
    }
    if (draft.wantsDate()) {
      TextField date = new TextField();
      date.setId("draft-date");
      date.setPromptText(texts.get("draft.date.prompt"));
      date.textProperty().bindBidirectional(draft.newDate());
      getChildren().add(Parts.labelled(texts.get("draft.date"), date));
    }
    if (draft.wantsHolder()) {
      TextField holder = new TextField();
      holder.setId("draft-holder");
      holder.setPromptText(texts.get("draft.holder.prompt"));
      holder.textProperty().bindBidirectional(draft.holder());
      getChildren().add(Parts.labelled(texts.get("draft.holder"), holder));
    }
    TextField note = new TextField();
    note.setId("draft-note");
    note.textProperty().bindBidirectional(draft.note());
    getChildren()
        .add(Parts.labelled(texts.get(draft.wantsReason() ? "draft.reason" : "draft.note"), note));
    Button yes =
        KeyCap.on(
            Buttons.primary(
                "draft-confirm", texts.get("move." + draft.move().name()), model::confirm),
            "Ctrl Enter");
    yes.setWrapText(false);
    draft.ready().subscribe(ready -> yes.setDisable(!ready || model.busy().get()));
    Button no =
        KeyCap.on(Buttons.secondary("draft-abandon", texts.get("draft.no"), model::abandon), "Esc");
    no.setWrapText(false);
    no.setMinWidth(USE_PREF_SIZE);
    yes.setMinWidth(USE_PREF_SIZE);
    getChildren().add(new HBox(8, no, Boxes.wide(yes)));
    javafx.application.Platform.runLater(() -> {
      // Straight to the first thing that is asked for.
      Node first =
          draft.wantsPapers()
              ? lookup("#draft-papers")
              : draft.wantsDate() ? lookup("#draft-date") : note;
      if (first != null) {
        first.requestFocus();
      }
    });
  }
}
