package vn.motcua.kiosk.ui.technician;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultSentence;

/** The devices that were found, one card each. */
final class DevicesPane extends ScrollPane {
  private final TechnicianModel model;
  private final Texts texts;
  private final VBox rows = new VBox(12);

  DevicesPane(TechnicianModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setContent(rows);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Runnable draw = this::draw;
    model.devices().subscribe(draw);
    model.looking().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
    model.trial().subscribe(_ -> draw.run());
    model.selected().subscribe(_ -> draw.run());
  }

  private void draw() {
    // Whoever moves through the list by keyboard keeps the place when it is drawn anew.
    Optional<String> focused =
        rows.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
    rows.getChildren().clear();
    model
        .fault()
        .get()
        .ifPresent(fault -> {
          FaultSentence sentence = texts.fault(fault);
          rows.getChildren()
              .add(
                  Boxes.notice(
                      Tone.WAIT,
                      Words.of(sentence.what(), "strong"),
                      Words.of(sentence.todo(), "body", "ink"),
                      Words.of(texts.get("fault.code", fault.code()), "note", "ink")));
        });
    if (model.devices().isEmpty() && model.fault().get().isEmpty()) {
      rows.getChildren().add(nothing());
    }
    int number = 0;
    for (DeviceRow device : model.devices()) {
      rows.getChildren().add(card(device, ++number));
    }
    focused.ifPresent(id ->
        rows.getChildren().stream()
            .filter(node -> id.equals(node.getId()))
            .findFirst()
            .ifPresent(Node::requestFocus));
  }

  private Node nothing() {
    boolean looking = model.looking().get();
    VBox box =
        Boxes.card(
            Boxes.disc(Tone.BRAND, Icon.SEARCH),
            Words.of(texts.get(looking ? "looking" : "none"), "strong"),
            Words.of(looking ? "" : texts.get("none.do"), "body", "soft"));
    box.setAlignment(Pos.CENTER);
    box.setMinHeight(240);
    return box;
  }

  private Node card(DeviceRow device, int number) {
    Region disc =
        Boxes.disc(device.state() == DeviceState.OFFLINE ? Tone.MUTED : Tone.BRAND, icon(device));
    // On one line each: a button asks for its height before it knows its width.
    HBox name = new HBox(10, line(DeviceWords.name(device, texts), "strong"));
    name.setAlignment(Pos.CENTER_LEFT);
    if (device.simulated()) {
      Pill mark = new Pill(Tone.WAIT, texts.get("simulated"));
      mark.getStyleClass().add("badge");
      mark.setWrapText(false);
      mark.setMinWidth(Region.USE_PREF_SIZE);
      name.getChildren().add(mark);
    }
    VBox words =
        new VBox(
            2,
            name,
            line(
                texts.get(
                    "row",
                    texts.get("kind." + device.kind().name()),
                    DeviceWords.driver(device, texts)),
                "note",
                "soft"));
    Pill state = state(device.state());
    VBox right = new VBox(4, state, line(tried(device), "note", "soft"));
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    HBox face = Boxes.row("device-face", disc, Boxes.wide(words), right);
    Button button = new Button();
    button.setId("device-" + number);
    button.setGraphic(face);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("card", "device");
    button.setMaxWidth(Double.MAX_VALUE);
    face.prefWidthProperty().bind(button.widthProperty().subtract(42));
    face.setMinWidth(0);
    button.setOnAction(_ -> model.select(Optional.of(device)));
    if (model.selected().get().map(DeviceRow::id).equals(Optional.of(device.id()))) {
      button.getStyleClass().add("on");
    }
    return button;
  }

  private static Label line(String text, String... styles) {
    Label label = Words.of(text, styles);
    label.setWrapText(false);
    return label;
  }

  private String tried(DeviceRow device) {
    return switch (model.trialOf(device)) {
      case TechnicianModel.Trial.Page page ->
          texts.get("tried.page", TrialPane.seconds(page.took(), texts));
      case TechnicianModel.Trial.Card card ->
          texts.get(
              "tried.card",
              TrialPane.seconds(Duration.ofMillis(card.card().cost().milliseconds()), texts));
      case TechnicianModel.Trial.Code code -> texts.get("tried.code");
      case TechnicianModel.Trial.Stopped stopped ->
          texts.get("tried.stopped", stopped.fault().code());
      case TechnicianModel.Trial.None none -> "";
      case TechnicianModel.Trial.Running running -> "";
      case TechnicianModel.Trial.Cancelled cancelled -> "";
    };
  }

  private Pill state(DeviceState state) {
    Tone tone =
        switch (state) {
          case READY -> Tone.OK;
          case BUSY -> Tone.BRAND;
          case ATTENTION -> Tone.WAIT;
          case OFFLINE -> Tone.BAD;
        };
    Pill pill = new Pill(tone, texts.get("state." + state.name()));
    pill.setWrapText(false);
    pill.setMinWidth(Region.USE_PREF_SIZE);
    return pill;
  }

  private static Icon icon(DeviceRow device) {
    return switch (device.kind()) {
      case SCANNER -> Icon.SCAN;
      case CARD_READER -> Icon.ID_CARD;
      case BARCODE_READER -> Icon.QR_CODE;
      case PRINTER -> Icon.PRINTER;
    };
  }
}
