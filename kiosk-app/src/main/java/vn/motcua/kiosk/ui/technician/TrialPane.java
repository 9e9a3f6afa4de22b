package vn.motcua.kiosk.ui.technician;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DigitsOnly;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TrustWords;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.chip.ChipRecord;

/** The selected device: try it, and see the picture, the card or the code that it gave. */
final class TrialPane extends VBox {
  private final TechnicianModel model;
  private final Texts texts;
  private final TrustWords trust;
  private final Errands errands;
  private final TextField digits = new TextField();
  private final VBox top = new VBox(12);
  private final VBox bottom = new VBox(10);

  TrialPane(TechnicianModel model, Texts texts, Errands errands) {
    this.model = model;
    this.texts = texts;
    this.trust = new TrustWords(texts);
    this.errands = errands;
    setId("trial");
    getStyleClass().addAll("column", "card");
    digits.setId("trial-digits");
    digits.getStyleClass().add("digits");
    digits.setTextFormatter(DigitsOnly.upTo(6));
    digits.textProperty().bindBidirectional(model.digits());
    digits.setOnAction(_ -> model.tryOut());
    ScrollPane scroll = new ScrollPane(top);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, bottom);
    Runnable draw = this::draw;
    model.selected().subscribe(_ -> draw.run());
    model.trial().subscribe(_ -> draw.run());
    model.digits().subscribe(_ -> drawBottom());
  }

  /** Puts the caret where the digits are typed, if the device wants digits. */
  void focus() {
    if (wantsDigits()) {
      digits.requestFocus();
    }
  }

  private boolean wantsDigits() {
    return model
        .selected()
        .get()
        .filter(row -> row.kind() == DeviceRow.Kind.CARD_READER)
        .isPresent();
  }

  private void draw() {
    top.getChildren().clear();
    Optional<DeviceRow> device = model.selected().get();
    if (device.isEmpty()) {
      VBox nothing =
          new VBox(
              8,
              Boxes.disc(Tone.BRAND, Icon.TOOL),
              Words.of(texts.get("select"), "strong"),
              Words.of(texts.get("select.do"), "body", "soft"));
      nothing.setAlignment(Pos.CENTER);
      nothing.setPadding(new javafx.geometry.Insets(100, 0, 0, 0));
      top.getChildren().add(nothing);
    } else {
      drawDevice(device.get());
    }
    drawBottom();
  }

  private void drawDevice(DeviceRow device) {
    top.getChildren()
        .addAll(
            Words.of(DeviceWords.name(device, texts), "heading"),
            result(device, model.trial().get()));
    if (wantsDigits() && !(model.trial().get() instanceof TechnicianModel.Trial.Running)) {
      Label label = Words.of(texts.get("card.digits"), "field-label");
      HBox row = Boxes.row("digits-row", Boxes.wide(label), digits);
      top.getChildren().add(row);
    }
    VBox facts = new VBox(6, Words.of(texts.get("details"), "strong"), fact("ID", device.id()));
    device.details().entrySet().stream()
        // Whether a card lies there changes by the second; a list that was fetched before lies.
        .filter(detail -> !detail.getKey().equals("card"))
        .filter(detail -> DeviceWords.tells(device, detail.getKey()))
        .forEach(detail -> facts.getChildren().add(detail(detail.getKey(), detail.getValue())));
    top.getChildren().add(facts);
  }

  private Node detail(String key, Object value) {
    String words =
        value instanceof List<?> several
            ? several.stream().map(this::word).collect(Collectors.joining(", "))
            : word(value);
    return fact(named("detail." + key, key), words);
  }

  private String word(Object value) {
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(Math.round(number)); // no language writes 216.0 mm
    }
    return named("value." + value, value.toString());
  }

  private String named(String key, String otherwise) {
    return texts.has(key) ? texts.get(key) : otherwise;
  }

  private void drawBottom() {
    bottom.getChildren().clear();
    Optional<DeviceRow> device = model.selected().get();
    if (device.isEmpty() || device.get().kind() == DeviceRow.Kind.PRINTER) {
      return;
    }
    if (model.trial().get() instanceof TechnicianModel.Trial.Running) {
      bottom
          .getChildren()
          .add(KeyCap.on(Buttons.secondary("trial-stop", texts.get("stop"), model::stop), "Esc"));
      return;
    }
    Button go =
        KeyCap.on(
            Buttons.primary(
                "trial-go", texts.get("try." + device.get().kind().name()), model::tryOut),
            "F9");
    go.setDisable(!model.ready());
    bottom.getChildren().add(go);
  }

  private Node result(DeviceRow device, TechnicianModel.Trial trial) {
    return switch (trial) {
      case TechnicianModel.Trial.None none -> well(Words.of(hint(device), "body"));
      case TechnicianModel.Trial.Running running ->
          well(Words.of(texts.get(running(device)), "strong"));
      case TechnicianModel.Trial.Page page -> picture(page);
      case TechnicianModel.Trial.Card card -> card(card.card());
      case TechnicianModel.Trial.Code code -> code(code);
      case TechnicianModel.Trial.Stopped stopped -> fault(stopped.fault());
      case TechnicianModel.Trial.Cancelled cancelled ->
          well(Words.of(texts.get("cancelled"), "body"));
    };
  }

  private String hint(DeviceRow device) {
    return texts.get(
        switch (device.kind()) {
          case SCANNER -> "scanner.hint";
          case CARD_READER -> "card.hint";
          case BARCODE_READER -> "code.hint";
          case PRINTER -> "printer.hint";
        });
  }

  private static String running(DeviceRow device) {
    return switch (device.kind()) {
      case SCANNER -> "scanner.running";
      case CARD_READER -> "card.running";
      case BARCODE_READER -> "code.running";
      case PRINTER -> "printer.hint";
    };
  }

  private static StackPane well(Label words) {
    words.getStyleClass().addAll("centred");
    StackPane well = new StackPane(words);
    well.getStyleClass().add("picture-well");
    well.setMinHeight(150);
    return well;
  }

  private Node picture(TechnicianModel.Trial.Page page) {
    ImageView view = new ImageView();
    view.setId("trial-picture");
    view.setPreserveRatio(true);
    view.setFitHeight(340);
    view.setFitWidth(330);
    view.getStyleClass().add("sheet-shadow");
    StackPane well = new StackPane(view);
    well.getStyleClass().add("picture-well");
    well.setMinHeight(368);
    errands.run(
        () -> PageImage.read(page.picture(), 700),
        view::setImage,
        fault -> well.getChildren().setAll(Words.of(texts.get("unreadable"), "body")));
    return new VBox(
        8, well, new Pill(Tone.OK, Icon.CHECK, texts.get("scanner.took", seconds(page.took()))));
  }

  private Node card(ChipRecord card) {
    Optional<Citizen> citizen = Citizens.of(card);
    List<Node> lines = new ArrayList<>();
    lines.add(trust.pill(card.trust()));
    trust
        .sentences(card.trust(), citizen.map(Citizen::differences).orElse(List.of()))
        .forEach(sentence -> lines.add(Words.of(sentence, "body")));
    citizen.ifPresentOrElse(
        who -> {
          lines.add(fact(texts.get("card.name"), name(who.name())));
          lines.add(fact(texts.get("card.number"), who.number().value().masked()));
        },
        () -> lines.add(Words.of(texts.get("card.foreign"), "body")));
    if (!card.trust().reasons().isEmpty()) {
      lines.add(fact(texts.get("card.reasons"), String.join(", ", card.trust().codes())));
    }
    lines.add(fact(texts.get("card.access"), card.cost().access()));
    lines.add(fact(texts.get("card.apdus"), Integer.toString(card.cost().apdus())));
    lines.add(fact(texts.get("card.time"), texts.get("card.ms", card.cost().milliseconds())));
    VBox box = new VBox(8);
    box.setId("trial-card");
    box.getChildren().addAll(lines);
    return box;
  }

  private String name(Field<String> name) {
    String masked = masked(name.value());
    return name.source() == FieldSource.ZONE ? texts.get("name.zone", masked) : masked;
  }

  private Node code(TechnicianModel.Trial.Code code) {
    VBox box =
        new VBox(
            8,
            new Pill(Tone.OK, Icon.CHECK, texts.get("tried.code")),
            fact(texts.get("code.kind"), meaning(code.meaning())),
            fact(texts.get("code.length"), texts.count("code.characters", code.text().length())),
            fact(texts.get("code.reader"), code.reader()));
    box.setId("trial-code");
    if (code.meaning() instanceof ScannedCode.Unknown) {
      // Nothing personal is known to be in it, and it tells a technician what the reader sends.
      box.getChildren().add(fact(texts.get("code.text"), shortened(code.text())));
    }
    return box;
  }

  private String meaning(ScannedCode code) {
    return switch (code) {
      case ScannedCode.Receipt receipt -> texts.get("code.RECEIPT", receipt.code().value());
      case ScannedCode.CodeOnly only -> texts.get("code.ONLY", only.code().value());
      case ScannedCode.Card card -> texts.get("code.CARD", masked(card.qr().number()));
      case ScannedCode.Payment payment -> texts.get("code.PAYMENT", payment.qr().bank());
      case ScannedCode.Draft draft -> texts.get("code.DRAFT", draft.code().value());
      case ScannedCode.Unknown unknown -> texts.get("code.UNKNOWN");
    };
  }

  private Node fault(Fault fault) {
    FaultSentence sentence = texts.fault(fault);
    VBox box =
        Boxes.notice(
            Tone.WAIT,
            Words.of(sentence.what(), "strong"),
            Words.of(sentence.todo(), "body", "ink"),
            Words.of(texts.get("fault.code", fault.code()), "note", "ink"));
    box.setId("trial-fault");
    return box;
  }

  private static Node fact(String label, String value) {
    Label name = Words.of(label, "field-label");
    name.setMinWidth(120);
    name.setPrefWidth(120);
    HBox row = new HBox(8, name, Boxes.wide(Words.of(value, "body", "medium")));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  /** "Đinh Thị Mai" → "Đ•• T•• Mai": enough to know that the right card was read. */
  static String masked(String name) {
    String[] words = name.strip().split("\\s+");
    StringBuilder masked = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean last = i == words.length - 1;
      int end = words[i].isEmpty() ? 0 : words[i].offsetByCodePoints(0, 1);
      masked.append(last ? words[i] : words[i].substring(0, end) + "••").append(last ? "" : " ");
    }
    return masked.toString();
  }

  private static String masked(CitizenNumber number) {
    return number.masked();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
  }

  private String seconds(Duration took) {
    return seconds(took, texts);
  }

  /** "1,1" or "1.1". */
  static String seconds(Duration took, Texts texts) {
    NumberFormat format =
        NumberFormat.getNumberInstance(
            texts.language().get().getLanguage().equals("en") ? Locale.UK : Locale.GERMANY);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(took.toMillis() / 1000.0);
  }
}
