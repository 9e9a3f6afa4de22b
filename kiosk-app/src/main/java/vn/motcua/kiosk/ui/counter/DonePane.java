package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** The move that was just made, and the form that the citizen is to get because of it. */
final class DonePane extends VBox {
  private final WorkModel model;
  private final DossierSides sides;
  private final Texts texts;
  private @Nullable PrintModel printing;

  DonePane(WorkModel model, DossierSides sides, Texts texts) {
    this.model = model;
    this.sides = sides;
    this.texts = texts;
    setSpacing(8);
    model.done().subscribe(this::draw);
  }

  private void draw(Optional<Move> done) {
    if (printing != null) {
      printing.end();
      printing = null;
    }
    getChildren().clear();
    Parts.show(this, done.isPresent());
    if (done.isEmpty()) {
      return;
    }
    HBox said =
        Boxes.row(
            "notice",
            Icon.CHECK.node(),
            Boxes.wide(Words.of(texts.get("done." + done.get().name()), "body")));
    said.getStyleClass().add(Tone.OK.styleClass());
    said.setId("work-done");
    getChildren().add(said);
    Optional<FormKind> form = FormDesk.formOf(done.get());
    Optional<DossierCode> code = model.opened().get().map(open -> open.item().dossier().code());
    if (form.isPresent() && code.isPresent()) {
      form(form.get(), code.get());
    }
  }

  private void form(FormKind kind, DossierCode code) {
    PrintModel model = sides.printing().apply(kind, code);
    String name = texts.get("print.form", kind.number());
    Button order = Parts.small("form-print", name, "", model::order);
    getChildren().addAll(order, new PrintPane(model, texts, order, name));
    model.start(false);
    printing = model;
  }
}
