package vn.motcua.kiosk.ui.counter;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.PaperSource;

/** Which scanner is used, where its paper lies, and dropping the pages. */
final class ScannerBar extends HBox {
  private final ScanModel model;
  private final Texts texts;

  ScannerBar(ScanModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    Label name = Words.of("", "note", "soft");
    name.setId("scanner-name");
    name.setMinWidth(70);
    Pill state = new Pill(Tone.MUTED, "");
    state.setWrapText(false);
    state.setMinWidth(USE_PREF_SIZE);
    Runnable judge =
        () -> {
          var scanner = model.scanner().get();
          if (model.looking().get()) {
            name.setText(texts.get("scanner.looking"));
          } else {
            name.setText(
                scanner
                    .map(found ->
                        found.simulated() && !found.name().contains("mô phỏng")
                            ? texts.get("scanner.simulated", found.name())
                            : found.name())
                    .orElse(texts.get("scanner.none")));
          }
          Parts.show(
              state, scanner.filter(found -> found.state() != DeviceState.READY).isPresent());
          scanner.ifPresent(found -> state.setText(texts.get("device." + found.state().name())));
        };
    model.scanner().subscribe(_ -> judge.run());
    model.looking().subscribe(_ -> judge.run());
    ToggleGroup group = new ToggleGroup();
    ToggleButton feeder = source("source-feeder", PaperSource.FEEDER, group);
    ToggleButton duplex = source("source-duplex", PaperSource.FEEDER_DUPLEX, group);
    ToggleButton glass = source("source-flatbed", PaperSource.FLATBED, group);
    Button look = Parts.small("scanner-look", texts.get("scanner.look"), "", () -> model.look());
    model.scanner().subscribe(found -> Parts.show(look, found.isEmpty()));
    Button drop = Parts.small("pages-drop", texts.get("pages.drop"), "", () -> model.discard());
    Label sure = Words.of(texts.get("pages.drop.sure"), "note", "soft");
    sure.setWrapText(false);
    sure.setMinWidth(USE_PREF_SIZE);
    drop.setOnAction(_ -> {
      // The second press does it: no dialogue, and no page lost by one slip.
      if (sure.isVisible()) {
        Parts.show(sure, false);
        model.discard();
      } else {
        Parts.show(sure, true);
      }
    });
    drop.focusedProperty().subscribe(focused -> Parts.show(sure, false));
    model.pages().subscribe(() -> Parts.show(drop, !model.pages().isEmpty()));
    Parts.show(sure, false);
    Parts.show(drop, false);
    getChildren()
        .addAll(
            Icon.SCAN.node(), name, state, Boxes.space(), sure, drop, look, feeder, duplex, glass);
  }

  private ToggleButton source(String id, PaperSource source, ToggleGroup group) {
    ToggleButton button = new ToggleButton(texts.get("source." + source.name()));
    button.setId(id);
    button.getStyleClass().setAll("choice");
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    model.source().subscribe(now -> button.setSelected(now == source));
    button.setOnAction(_ -> {
      model.source().set(source);
      button.setSelected(true);
    });
    return button;
  }
}
