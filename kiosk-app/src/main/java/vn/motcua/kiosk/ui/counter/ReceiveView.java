package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.paper.camera.CameraSource;

/** Receiving on one screen: person, procedure and papers, and what comes of it. */
final class ReceiveView extends StackPane {
  private final ReceiveModel model;
  private final CardModel card;
  private final Texts texts;
  private final CounterWords words;
  private final Errands errands;
  private final ZoneId zone;
  private final CardPane cardPane;
  private final PersonPane applicant;
  private final PersonPane owner;
  private final ProcedurePane procedures;
  private final PageWords pageWords;
  private final PageLarge large;
  private final PagesPane pages;
  private final CameraOverlay camera;
  private final CheckBox ownerDiffers = new CheckBox();
  private final HBox form;
  private final OutcomePane outcome;
  private Optional<ReceivedPane> done = Optional.empty();

  ReceiveView(
      ReceiveModel model,
      CardModel card,
      CameraSource cameras,
      Texts texts,
      CounterWords words,
      Errands errands,
      Clock clock) {
    this.model = model;
    this.card = card;
    this.texts = texts;
    this.words = words;
    this.errands = errands;
    this.zone = clock.getZone();
    setId("receive");
    cardPane = new CardPane(card, texts, words, clock);
    applicant = person(model.applicant(), ReadBackModel.Person.APPLICANT);
    owner = person(model.owner(), ReadBackModel.Person.OWNER);
    procedures = new ProcedurePane(model, texts, words);
    pageWords = new PageWords(texts, zone);
    large = new PageLarge(model, texts, pageWords, errands, this::scanTo, this::backToPages);
    pages =
        new PagesPane(
            model, texts, pageWords, errands, this::enlarge, this::scanNext, this::scanTo);
    camera = new CameraOverlay(model.scan(), cameras, texts, errands);
    outcome = new OutcomePane(model, card, texts, words, clock);
    Region left = left();
    Region centre = centre();
    HBox.setHgrow(centre, Priority.ALWAYS);
    form = new HBox(16, left, centre, outcome);
    form.setMinSize(0, 0);
    share(left, 0.27, 344, 460);
    share(outcome, 0.22, 300, 380);
    getChildren().addAll(form, large, camera);
    model
        .received()
        .subscribe(received -> {
          done.ifPresent(before -> {
            before.end();
            getChildren().remove(before);
          });
          done = received.map(now -> new ReceivedPane(model, now, texts, words, errands));
          done.ifPresent(getChildren()::add);
          form.setVisible(done.isEmpty());
          card.photo().forget();
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
    nextPaper()
        .ifPresent(line -> {
          if (model.scan().choices().isEmpty()) {
            model.scan().scan(line); // says what is missing
          } else {
            scan(line, model.scan().choices().getFirst().profile());
          }
        });
  }

  private void scanNext(ScanProfile profile) {
    nextPaper().ifPresent(line -> scan(line, profile));
  }

  /** A camera wants to be looked through; every other device does it by itself. */
  private void scan(PaperLine line, ScanProfile profile) {
    scan(line, profile, PagePlace.end());
  }

  private void scan(PaperLine line, ScanProfile profile, PagePlace place) {
    if (CameraOverlay.serves(profile)) {
      camera.open(line, profile, place);
    } else {
      model.scan().scan(line, profile, place);
    }
  }

  /** One more page among those that are there, the way the last ones were scanned. */
  private void scanTo(PaperLine line, PagePlace place) {
    model
        .scan()
        .usual()
        .ifPresentOrElse(
            profile -> scan(line, profile, place),
            () -> model.scan().scan(line)); // says what is missing
  }

  private void backToPages() {
    pages.focus();
  }

  private void enlarge() {
    large.open();
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
    if (!model.scan().pages().isEmpty()) {
      int last = model.scan().pages().getLast().number();
      model.scan().strip().selected().set(Optional.of(last));
      large.open();
    }
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

  /** Something lies over the form and takes the keys. */
  boolean isPageOpen() {
    return large.isOpen() || camera.isOpen();
  }

  void askStartOver() {
    if (done.isPresent()) {
      model.next();
    } else {
      outcome.askStartOver();
    }
  }

  void escape() {
    outcome.hideQuestion();
    if (!pages.escape()) {
      model.scan().cancel();
    }
  }

  /** The first paper that still lacks pages; else the first that is scanned at all. */
  private Optional<PaperLine> nextPaper() {
    List<PaperLine> scanned =
        model.papers().stream().filter(line -> line.required().scan() && line.handedIn()).toList();
    return scanned.stream()
        .filter(line -> !(line.state() instanceof PaperLine.State.Complete))
        .findFirst()
        .or(() -> scanned.stream().findFirst());
  }

  // --- left: people -------------------------------------------------------------------------

  private PersonPane person(PersonForm of, ReadBackModel.Person person) {
    return new PersonPane(of, person, model.readBack(), texts, words);
  }

  private Region left() {
    VBox other = new VBox();
    Parts.swap(other, model.otherPerson(), this::whoIsIt);
    ownerDiffers.setText(texts.get("owner.differs"));
    ownerDiffers.setId("owner-differs");
    ownerDiffers.setWrapText(true);
    ownerDiffers.setMinHeight(Region.USE_PREF_SIZE);
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
    return box;
  }

  private Node whoIsIt(ReceiveModel.OtherPerson other) {
    return Boxes.notice(
        Tone.WAIT,
        Words.of(texts.get("other.title", words.name(other.citizen().name())), "body", "medium"),
        new FlowPane(
            8,
            8,
            Parts.small("other-owner", texts.get("other.owner"), "1", model::otherIsOwner),
            Parts.small(
                "other-applicant", texts.get("other.applicant"), "2", model::otherIsApplicant)));
  }

  // --- centre: procedure, papers, pages -----------------------------------------------------

  private Region centre() {
    PapersPane papers = new PapersPane(model, texts);
    // They stand with the papers that they ask about, so that both are reached at any size.
    SheetDoubts doubts = new SheetDoubts(model.scan(), texts, this::backToPages);
    ScrollPane scroll = new ScrollPane(new VBox(8, doubts, papers));
    model.scan().sheets().doubts().subscribe(() -> scroll.setVvalue(0));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox stopped = new VBox();
    Parts.swap(stopped, model.scan().stopped(), this::scanStopped);
    LostPages lost = new LostPages(model.scan(), texts, this::scanTo);
    VBox leftover = new VBox();
    Parts.swap(
        leftover,
        model.scan().leftover(),
        pile -> new LeftoverBanner(pile, model, texts, zone).node());
    ProfileBar profiles = new ProfileBar(model.scan(), texts, this::scanNext);
    VBox bottom = new VBox(8, leftover, stopped, lost, profiles, pages);
    VBox box = Boxes.card(procedures, scroll, bottom);
    model
        .procedure()
        .subscribe(procedure -> {
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
    VBox said = Parts.sentences(texts, at.fault());
    int safe = model.scan().pages().size();
    if (safe > 0) {
      said.getChildren().add(1, Words.of(texts.count("scan.safe", safe), "note", "ink"));
    }
    HBox banner = Parts.banner(Tone.WAIT, Icon.WARNING, said, buttons);
    banner.setId("scan-stopped");
    return banner;
  }

  /** A column's share of the width, within what it needs and what it can use. */
  private void share(Region column, double part, double least, double most) {
    column
        .prefWidthProperty()
        .bind(
            form.widthProperty().map(width -> Math.clamp(width.doubleValue() * part, least, most)));
    column.minWidthProperty().bind(column.prefWidthProperty());
    column.maxWidthProperty().bind(column.prefWidthProperty());
  }

  private static Node line() {
    Region line = new Region();
    line.getStyleClass().add("line");
    return line;
  }
}
