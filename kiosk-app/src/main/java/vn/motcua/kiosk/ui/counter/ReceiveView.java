package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;

/** Receiving on one screen: person, procedure and papers, and what comes of it. */
final class ReceiveView extends StackPane {
  private final ReceiveModel model;
  private final CardModel card;
  private final Texts texts;
  private final CounterWords words;
  private final Errands errands;
  private final Clock clock;
  private final CardPane cardPane;
  private final PersonPane applicant;
  private final PersonPane owner;
  private final ProcedurePane procedures;
  private final PageLarge large;
  private final CheckBox ownerDiffers = new CheckBox();
  private final HBox form;
  private final VBox startOver = new VBox();
  private Optional<ReceivedPane> done = Optional.empty();

  ReceiveView(
      ReceiveModel model,
      CardModel card,
      Texts texts,
      CounterWords words,
      Errands errands,
      Clock clock) {
    this.model = model;
    this.card = card;
    this.texts = texts;
    this.words = words;
    this.errands = errands;
    this.clock = clock;
    setId("receive");
    cardPane = new CardPane(card, texts, clock);
    applicant = new PersonPane(model.applicant(), "applicant", texts, words);
    owner = new PersonPane(model.owner(), "owner", texts, words);
    procedures = new ProcedurePane(model, texts, words);
    large = new PageLarge(model.scan(), texts, errands);
    Node left = left();
    Node centre = centre();
    Node right = right();
    HBox.setHgrow(centre, Priority.ALWAYS);
    form = new HBox(16, left, centre, right);
    getChildren().addAll(form, large);
    model
        .received()
        .subscribe(
            received -> {
              done.ifPresent(getChildren()::remove);
              done =
                  received.map(
                      now -> new ReceivedPane(model, now, texts, words, errands));
              done.ifPresent(getChildren()::add);
              form.setVisible(done.isEmpty());
              if (done.isEmpty()) {
                card.forget();
              }
            });
  }

  // --- keys ---------------------------------------------------------------------------------

  void typeDigits() {
    if (card.state().get() instanceof CardModel.State.Stopped) {
      card.again();
    }
    cardPane.typeDigits();
  }

  void searchProcedure() {
    procedures.search();
  }

  void scanNext() {
    if (done.isPresent()) {
      return;
    }
    nextPaper().ifPresent(model.scan()::scan);
  }

  void scanOn() {
    model.scan().goOn();
  }

  void main() {
    if (done.isPresent()) {
      model.next();
    } else {
      model.receive();
    }
  }

  void toggleOwner() {
    model.ownerDiffers().set(!model.ownerDiffers().get());
  }

  void enlargeLast() {
    large.open(model.scan().pages().size() - 1);
  }

  void receipt(boolean print) {
    done.ifPresent(pane -> pane.key(print));
  }

  /** Answers the question that stands open; says whether there was one. */
  boolean choose(boolean first) {
    if (model.otherPerson().get().isPresent()) {
      if (first) {
        model.otherIsOwner();
      } else {
        model.otherIsApplicant();
      }
      return true;
    }
    return applicant.settle(first) || owner.settle(first);
  }

  boolean isPageOpen() {
    return large.isOpen();
  }

  void askStartOver() {
    if (done.isPresent()) {
      model.next();
    } else if (model.begun()) {
      Parts.show(startOver, !startOver.isVisible());
    }
  }

  void escape() {
    Parts.show(startOver, false);
    model.scan().cancel();
  }

  /** The first paper that still lacks pages; else the first that is scanned at all. */
  private Optional<PaperLine> nextPaper() {
    List<PaperLine> scanned =
        model.papers().stream()
            .filter(line -> line.required().scan() && line.handedIn())
            .toList();
    return scanned.stream()
        .filter(line -> !(line.state() instanceof PaperLine.State.Complete))
        .findFirst()
        .or(() -> scanned.stream().findFirst());
  }

  // --- left: people -------------------------------------------------------------------------

  private Node left() {
    VBox other = new VBox();
    Parts.swap(other, model.otherPerson(), this::whoIsIt);
    VBox warnings = new VBox();
    model.warnings().subscribe(codes -> warn(warnings, codes));
    ownerDiffers.setText(texts.get("owner.differs"));
    ownerDiffers.setId("owner-differs");
    ownerDiffers.selectedProperty().bindBidirectional(model.ownerDiffers());
    HBox ownerRow = Boxes.row("owner", ownerDiffers, Boxes.space(), new KeyCap("Ctrl U"));
    Label ownerHead = Words.of(texts.get("owner.title"), "strong");
    VBox ownerBox = new VBox(8, ownerHead, owner);
    ownerBox.visibleProperty().bind(model.ownerDiffers());
    ownerBox.managedProperty().bind(model.ownerDiffers());
    VBox people =
        new VBox(
            10,
            other,
            warnings,
            Words.of(texts.get("applicant.title"), "strong"),
            applicant,
            ownerRow,
            ownerBox);
    people.setPadding(new javafx.geometry.Insets(0, 2, 0, 0));
    ScrollPane scroll = new ScrollPane(people);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox box = Boxes.card(cardPane, line(), scroll);
    box.setMinWidth(340);
    box.setPrefWidth(340);
    box.setMaxWidth(440);
    HBox.setHgrow(box, Priority.SOMETIMES);
    return box;
  }

  private Node whoIsIt(ReceiveModel.OtherPerson other) {
    return Boxes.notice(
        Tone.WAIT,
        Words.of(texts.get("other.title", other.citizen().name().value()), "body", "medium"),
        new HBox(
            8,
            Parts.small("other-owner", texts.get("other.owner"), "1", model::otherIsOwner),
            Parts.small(
                "other-applicant", texts.get("other.applicant"), "2", model::otherIsApplicant)));
  }

  private void warn(VBox box, List<String> codes) {
    box.getChildren().clear();
    for (String code : codes) {
      if (texts.has("warning." + code)) {
        box.getChildren()
            .add(Boxes.notice(Tone.WAIT, Words.of(texts.get("warning." + code), "note", "ink")));
      }
    }
    Parts.show(box, !box.getChildren().isEmpty());
  }

  // --- centre: procedure, papers, pages -----------------------------------------------------

  private Node centre() {
    PapersPane papers = new PapersPane(model, texts);
    ScrollPane scroll = new ScrollPane(papers);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox stopped = new VBox();
    Parts.swap(stopped, model.scan().stopped(), this::scanStopped);
    PagesPane pages = new PagesPane(model, texts, errands, large::open, this::scanNext);
    VBox bottom = new VBox(8, stopped, scannerBar(), pages);
    VBox box = Boxes.card(procedures, scroll, bottom);
    model
        .procedure()
        .subscribe(
            procedure -> {
              Parts.show(scroll, procedure.isPresent());
              Parts.show(bottom, procedure.isPresent());
            });
    box.setMinWidth(400);
    return box;
  }

  private Node scanStopped(ScanModel.Stopped at) {
    Button goOn = Parts.small("scan-on", texts.get("scan.goon"), "F8", model.scan()::goOn);
    VBox buttons = new VBox(6, goOn);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    if (at.fault() instanceof ScanFault.UnsupportedSetting
        && model.scan().source().get() != PaperSource.FLATBED) {
      buttons
          .getChildren()
          .add(
              Parts.small(
                  "scan-flatbed",
                  texts.get("scan.flatbed"),
                  "",
                  () -> {
                    model.scan().source().set(PaperSource.FLATBED);
                    model.scan().goOn();
                  }));
    }
    VBox said = Parts.sentences(texts, at.fault());
    int safe = model.scan().pages().size();
    if (safe > 0) {
      said.getChildren().add(1, Words.of(texts.count("scan.safe", safe), "note", "ink"));
    }
    HBox banner = Parts.banner(Tone.WAIT, Icon.WARNING, said, buttons);
    banner.setId("scan-stopped");
    return banner;
  }

  private Node scannerBar() {
    Label name = Words.of("", "note", "soft");
    name.setId("scanner-name");
    name.setWrapText(false);
    name.setMinWidth(0);
    Pill state = new Pill(Tone.MUTED, "");
    state.setWrapText(false);
    state.setMinWidth(USE_PREF_SIZE);
    Runnable judge =
        () -> {
          var scanner = model.scan().scanner().get();
          if (model.scan().looking().get()) {
            name.setText(texts.get("scanner.looking"));
          } else {
            name.setText(
                scanner
                    .map(
                        found ->
                            found.simulated()
                                ? texts.get("scanner.simulated", found.name())
                                : found.name())
                    .orElse(texts.get("scanner.none")));
          }
          Parts.show(
              state, scanner.filter(found -> found.state() != DeviceState.READY).isPresent());
          scanner.ifPresent(found -> state.setText(texts.get("device." + found.state().name())));
        };
    model.scan().scanner().subscribe(judge);
    model.scan().looking().subscribe(judge);
    ToggleGroup group = new ToggleGroup();
    ToggleButton feeder = source("source-feeder", PaperSource.FEEDER, group);
    ToggleButton duplex = source("source-duplex", PaperSource.FEEDER_DUPLEX, group);
    ToggleButton glass = source("source-flatbed", PaperSource.FLATBED, group);
    Button look =
        Parts.small("scanner-look", texts.get("scanner.look"), "", () -> model.scan().look());
    model
        .scan()
        .scanner()
        .subscribe(found -> Parts.show(look, found.isEmpty()));
    Button drop =
        Parts.small("pages-drop", texts.get("pages.drop"), "", () -> model.scan().discard());
    Label sure = Words.of(texts.get("pages.drop.sure"), "note", "soft");
    sure.setWrapText(false);
    sure.setMinWidth(USE_PREF_SIZE);
    drop.setOnAction(
        _ -> {
          // The second press does it: no dialogue, and no page lost by one slip.
          if (sure.isVisible()) {
            Parts.show(sure, false);
            model.scan().discard();
          } else {
            Parts.show(sure, true);
          }
        });
    drop.focusedProperty().subscribe(focused -> Parts.show(sure, false));
    model
        .scan()
        .pages()
        .subscribe(() -> Parts.show(drop, !model.scan().pages().isEmpty()));
    Parts.show(sure, false);
    Parts.show(drop, false);
    HBox bar =
        new HBox(8, Icon.SCAN.node(), name, state, Boxes.space(), sure, drop, look, feeder, duplex, glass);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private ToggleButton source(String id, PaperSource source, ToggleGroup group) {
    ToggleButton button = new ToggleButton(texts.get("source." + source.name()));
    button.setId(id);
    button.getStyleClass().setAll("choice");
    button.setToggleGroup(group);
    button.setMinWidth(USE_PREF_SIZE);
    model.scan().source().subscribe(now -> button.setSelected(now == source));
    button.setOnAction(
        _ -> {
          model.scan().source().set(source);
          button.setSelected(true);
        });
    return button;
  }

  // --- right: what comes of it --------------------------------------------------------------

  private Node right() {
    VBox due = Boxes.card();
    due.setId("due-card");
    Runnable drawDue = () -> due.getChildren().setAll(dueLines());
    model.due().subscribe(drawDue);
    model.procedure().subscribe(drawDue);
    VBox fee = Boxes.card();
    model
        .procedure()
        .subscribe(
            procedure ->
                fee.getChildren()
                    .setAll(
                        Words.of(texts.get("fee.title"), "field-label"),
                        Words.of(procedure.map(p -> words.money(p.fee())).orElse("–"), "figure"),
                        Words.of(feeNote(procedure), "note", "soft")));
    VBox ways = Boxes.card(channel(), originals());

    VBox fault = new VBox();
    Parts.swap(
        fault,
        model.fault(),
        now -> {
          VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, now));
          said.setId("receive-fault");
          return said;
        });
    startOver.getChildren().setAll(sure());
    Parts.show(startOver, false);
    Button again =
        KeyCap.on(
            Buttons.secondary("start-over", texts.get("receive.over"), this::askStartOver),
            "Ctrl N");
    VBox column = new VBox(14, due, fee, ways, Boxes.space(), fault, startOver, mainButton(), again);
    column.setMinWidth(268);
    column.setPrefWidth(268);
    column.setMaxWidth(360);
    HBox.setHgrow(column, Priority.SOMETIMES);
    return column;
  }

  private Node sure() {
    return Boxes.notice(
        Tone.WAIT,
        Words.of(texts.get("receive.over.sure"), "body"),
        new HBox(
            8,
            Parts.small(
                "start-over-yes",
                texts.get("receive.over.yes"),
                "",
                () -> {
                  Parts.show(startOver, false);
                  model.next();
                  card.forget();
                }),
            Parts.small(
                "start-over-no",
                texts.get("receive.over.no"),
                "Esc",
                () -> Parts.show(startOver, false))));
  }

  private Node mainButton() {
    Label word = Words.of(texts.get("receive.main"), "main-word");
    Label note = Words.of("", "main-note");
    note.setId("main-note");
    HBox head = new HBox(8, word, new KeyCap("F9"));
    head.setAlignment(Pos.CENTER);
    VBox face = new VBox(1, head, note);
    face.setAlignment(Pos.CENTER);
    Button button = Buttons.primary("receive-main", "", model::receive);
    button.setGraphic(face);
    button.getStyleClass().add("main");
    Runnable judge =
        () -> {
          List<Missing> missing = model.missing().get();
          button.setDisable(!missing.isEmpty() || model.busy().get());
          note.setText(
              model.busy().get()
                  ? texts.get("receive.busy")
                  : missing.isEmpty()
                      ? texts.get("receive.ready")
                      : missing.size() == 1
                          ? words.missing(missing.getFirst())
                          : texts.get(
                              "missing.more",
                              words.missing(missing.getFirst()),
                              missing.size() - 1));
        };
    model.missing().subscribe(judge);
    model.busy().subscribe(judge);
    return button;
  }

  private List<Node> dueLines() {
    Optional<DueDate> due = model.due().get();
    Label title = Words.of(texts.get("due.title"), "field-label");
    if (due.isEmpty()) {
      return List.of(
          title,
          Words.of("–", "figure"),
          Words.of(
              texts.get(
                  model.procedure().get().isPresent() ? "due.reckoning" : "due.choose"),
              "note",
              "soft"));
    }
    VBox lines = new VBox(1);
    for (String line : words.reasoning(due.get(), LocalDateTime.now(clock))) {
      lines.getChildren().add(Words.of(line, "note", "soft"));
    }
    return List.of(title, Words.of(words.dueDay(due.get()), "figure"), lines);
  }

  private String feeNote(Optional<Procedure> procedure) {
    return procedure
        .map(p -> texts.get(p.fee() == 0 ? "fee.free" : "fee.atcounter"))
        .orElse(texts.get("fee.choose"));
  }

  private Node channel() {
    ToggleGroup group = new ToggleGroup();
    VBox box = new VBox(4);
    HBox row = new HBox(4);
    for (ReturnChannel channel : ReturnChannel.values()) {
      ToggleButton button = new ToggleButton(texts.get("channel." + channel.name()));
      button.setId("channel-" + channel.name());
      button.getStyleClass().setAll("choice");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      model.channel().subscribe(now -> button.setSelected(now == channel));
      button.setOnAction(
          _ -> {
            model.channel().set(channel);
            button.setSelected(true);
          });
      row.getChildren().add(button);
    }
    box.getChildren().addAll(Words.of(texts.get("channel.title"), "field-label"), row);
    return box;
  }

  private Node originals() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox(4);
    for (Originals where : List.of(Originals.GIVEN_BACK, Originals.HELD)) {
      ToggleButton button = new ToggleButton(texts.get("originals." + where.name()));
      button.setId("originals-" + where.name());
      button.getStyleClass().setAll("choice");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      model.originals().subscribe(now -> button.setSelected(now == where));
      button.setOnAction(
          _ -> {
            model.originals().set(where);
            button.setSelected(true);
          });
      row.getChildren().add(button);
    }
    return new VBox(4, Words.of(texts.get("originals.title"), "field-label"), row);
  }

  private static Node line() {
    javafx.scene.layout.Region line = new javafx.scene.layout.Region();
    line.getStyleClass().add("line");
    return line;
  }
}
