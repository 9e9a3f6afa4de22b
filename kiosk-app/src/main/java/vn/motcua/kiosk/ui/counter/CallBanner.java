package vn.motcua.kiosk.ui.counter;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** The oldest call from a terminal, quietly over the work; it takes no key from it but two. */
final class CallBanner extends VBox {
  private final CallsModel model;
  private final Texts texts;
  private final CounterWords words;

  CallBanner(CallsModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setId("calls");
    model.open().subscribe(this::draw);
    draw();
  }

  private void draw() {
    getChildren().clear();
    if (!model.open().isEmpty()) {
      getChildren().add(banner(model.open().getFirst()));
    }
    Parts.show(this, !getChildren().isEmpty());
  }

  private Node banner(CallDesk.Call call) {
    String at = texts.dates().clock(call.at().toLocalTime());
    HBox banner =
        switch (call) {
          case CallDesk.Call.Help help ->
              Parts.banner(
                  Tone.BRAND,
                  Icon.BELL,
                  said(texts.get("call.help", help.terminal()), texts.get("call.at", at)),
                  answer("call-accept", "call.help.done", "F11", true));
          case CallDesk.Call.ConfirmCard confirm ->
              Parts.banner(
                  Tone.WAIT,
                  Icon.ID_CARD,
                  said(
                      texts.get("call.confirm", confirm.terminal(), who(confirm.citizen())),
                      why(confirm.citizen()) + texts.get("call.confirm.do")),
                  answer("call-accept", "call.confirm.yes", "⇧ F11", true),
                  answer("call-decline", "call.confirm.no", "F12", false));
          case CallDesk.Call.ForgedCard forged ->
              Parts.banner(
                  Tone.BAD,
                  Icon.WARNING,
                  said(texts.get("call.forged", forged.terminal()), texts.get("call.forged.do")),
                  answer("call-accept", "call.seen", "F11", true));
        };
    int more = model.open().size() - 1;
    if (more > 0) {
      var waiting = Words.of(texts.count("call.more", more), "note", "ink");
      waiting.setWrapText(false);
      waiting.setMinWidth(USE_PREF_SIZE);
      banner.getChildren().add(2, waiting);
    }
    return banner;
  }

  private static VBox said(String head, String more) {
    return new VBox(1, Words.of(head, "body", "medium"), Words.of(more, "note", "ink"));
  }

  private Node answer(String id, String key, String cap, boolean accepted) {
    return Parts.small(id, texts.get(key), cap, () -> model.answer(accepted));
  }

  private String who(Citizen citizen) {
    return words.name(citizen.name()) + " · " + citizen.number().value().masked();
  }

  /** What the chip proves, if one was read. */
  private String why(Citizen citizen) {
    return citizen.trust().map(verdict -> words.trust().head(verdict) + ". ").orElse("");
  }
}
