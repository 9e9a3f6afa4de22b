package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Emblem;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.ScrollBody;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/**
 * The whole face of the terminal: head, page, steps, bar, and what may lie over them. It renders
 * the model's state and keeps nothing of its own but whether it is reading aloud.
 */
final class CitizenFace extends StackPane {
  /** The buttons of the bar, from left to right. */
  static final List<String> TOOLS =
      List.of("bar-read", "bar-size", "bar-clear", "bar-lower", "bar-call");

  private static final Duration HELD = Duration.seconds(2);

  private final Ground ground;
  private final ReadingAloud reading;
  private final List<Room> rooms;
  private final BorderPane frame = new BorderPane();
  private final Label clock = Words.of("", "clock");
  private final Label date = Words.of("", "note", "soft");
  private final StackPane over = new StackPane();
  private final VBox notes = Boxes.column("notes");
  private final SoundCaption sounds = new SoundCaption();
  private Optional<PageView> view = Optional.empty();
  private Optional<Label> countdown = Optional.empty();
  private CitizenState state = CitizenState.REST;
  private boolean landscape;
  private boolean choosing;

  CitizenFace(Ground ground, Voice voice, List<Room> rooms) {
    this.ground = ground;
    this.rooms = List.copyOf(rooms);
    reading =
        new ReadingAloud(
            ground,
            voice,
            () -> view,
            () -> {
              showNotes();
              frame.setBottom(bar());
            });
    getStyleClass().add("citizen");
    over.setPickOnBounds(false);
    getChildren().addAll(frame, sounds, over);
    heightProperty().subscribe(this::turned);
    widthProperty().subscribe(this::turned);
    ground.texts().language().subscribe(this::rebuild);
    ground.look().textSize().subscribe(this::rebuild);
    ground.look().clear().subscribe(this::rebuild);
    ground.look().lowered().subscribe(this::rebuild);
    this.rooms.forEach(room -> room.onBand(this::showTop));
    ground.model().listen(this::render);
  }

  boolean isSpeaking() {
    return reading.speaking();
  }

  /** A sound was made: it is told in words as well. */
  void sounded(String key) {
    sounds.show(ground.say(key));
  }

  private void turned() {
    boolean now = getWidth() > getHeight();
    if (now != landscape) {
      landscape = now;
      rebuild();
    }
  }

  private void rebuild() {
    getStyleClass().removeAll("landscape", "lowered");
    if (landscape) {
      getStyleClass().add("landscape");
    }
    if (ground.look().lowered().get()) {
      getStyleClass().add("lowered");
    }
    view = Optional.empty();
    render(ground.model().state());
  }

  private void render(CitizenState next) {
    boolean samePage =
        view.isPresent() && (next.page().equals(state.page()) || view.get().update(next.page()));
    boolean chose = choosing;
    if (!next.page().equals(state.page())) {
      reading.hush();
      choosing = false;
    }
    boolean barChanged = view.isEmpty() || next.helpAsked() != state.helpAsked();
    boolean notesChanged = view.isEmpty() || !samePage || !next.note().equals(state.note());
    boolean overChanged =
        view.isEmpty()
            || chose != choosing
            || next.waiting() != state.waiting()
            || next.countdown().isPresent() != state.countdown().isPresent();
    state = next;
    if (!samePage) {
      showPage(next.page());
    }
    if (barChanged) {
      frame.setBottom(bar());
    }
    if (notesChanged || barChanged) {
      showNotes();
    }
    if (overChanged) {
      showOver();
    }
    OptionalInt seconds = next.countdown();
    if (seconds.isPresent()) {
      countdown.ifPresent(label -> label.setText(ground.say("idle.how", seconds.getAsInt())));
    }
  }

  private PageView viewOf(Page page) {
    return switch (page) {
      case Page.Home _ ->
          new HomeView(ground, reading::anew, this::chooseLanguage, doors(), strips());
      case Page.ReadCard readCard -> new ReadCardView(ground, readCard);
      case Page.SixDigits _, Page.TypeCode _, Page.TypeSecret _ -> new KeysView(ground, page);
      case Page.Dossiers dossiers -> new DossiersView(ground, dossiers);
      case Page.OneDossier one -> new OneDossierView(ground, one, beside(one));
      case Page.Viewings viewings -> new ViewingsView(ground, viewings);
      case Page.History history -> new HistoryView(ground, history);
      case Page.Fee fee -> new FeeView(ground, fee);
      case Page.MissingPapers missing -> new MissingPapersView(ground, missing);
      case Page.NeedsMore more -> new NeedsMoreView(ground, more);
      case Page.TriesUsedUp _, Page.AskAtCounter _, Page.Help _ -> new HelpView(ground, page);
      case RoomPage room -> roomOf(room).view(room);
    };
  }

  private Room roomOf(RoomPage page) {
    return rooms.stream()
        .filter(room -> room.model().owns(page))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no room has this page"));
  }

  private List<Room.Door> doors() {
    return rooms.stream().flatMap(room -> room.doors().stream()).toList();
  }

  private List<Region> strips() {
    return rooms.stream().flatMap(room -> room.strip().stream()).toList();
  }

  private List<Region> beside(Page.OneDossier page) {
    return rooms.stream().flatMap(room -> room.beside(page).stream()).toList();
  }

  private void showPage(Page page) {
    PageView made = viewOf(page);
    view = Optional.of(made);
    VBox middle = Boxes.column("middle");
    middle
        .getChildren()
        .add(
            Boxes.grow(new ScrollBody(made.body(), ground.say("kit.more"), ground.say("kit.top"))));
    middle.getChildren().add(notes);
    List<Button> actions = made.actions();
    if (!actions.isEmpty()) {
      middle.getChildren().add(actions(actions));
    }
    if (!made.footnote().isEmpty()) {
      Label footnote = Words.of(made.footnote(), "note", "soft", "centred");
      footnote.setId("fault-code");
      footnote.setMaxWidth(Double.MAX_VALUE);
      middle.getChildren().add(footnote);
    }
    showTop();
    frame.setCenter(
        new LowerPart(
            middle, made.isWhole(), () -> ground.look().lowered().get() ? getHeight() : 0));
  }

  private Region actions(List<Button> actions) {
    if (!landscape && actions.size() == 3 && view.isPresent() && view.get() instanceof HelpView) {
      // Upright there is room to let the obvious step stand alone.
      return Boxes.column("actions", actions.getLast(), actions(actions.subList(0, 2)));
    }
    Region[] buttons = actions.toArray(Region[]::new);
    Split row = Split.even(28, ground.letters(9.4) * buttons.length, buttons);
    row.getStyleClass().add("actions");
    return row;
  }

  private void showTop() {
    VBox top = new VBox(header());
    rooms.forEach(room -> room.band().ifPresent(top.getChildren()::add));
    frame.setTop(top);
  }

  /** Held for a while, the emblem is a door for staff. */
  private Region emblem() {
    Emblem emblem = new Emblem();
    PauseTransition held = new PauseTransition(HELD);
    held.setOnFinished(_ -> staff());
    emblem.setOnMousePressed(_ -> held.playFromStart());
    emblem.setOnMouseReleased(_ -> held.stop());
    emblem.setOnMouseExited(_ -> held.stop());
    return emblem;
  }

  /** What only staff know. */
  void staff() {
    rooms.forEach(Room::staff);
  }

  private Region header() {
    VBox names =
        Boxes.column(
            "centre",
            Words.of(ground.centre().kind(), "note", "soft"),
            Words.of(ground.centre().name(), "centre-name"));
    names.setAlignment(Pos.CENTER_LEFT);
    VBox time = Boxes.column("time", clock, date);
    time.setAlignment(Pos.CENTER_RIGHT);
    clock.setMinWidth(USE_PREF_SIZE);
    date.setMinWidth(USE_PREF_SIZE);
    date.setWrapText(false);
    HBox head = Boxes.row("head", emblem(), Boxes.wide(names));
    if (!(state.page() instanceof Page.Home)) {
      head.getChildren().add(languageSwitch()); // the first page has a button for each
    }
    head.getChildren().add(time);
    head.heightProperty().subscribe(height -> sounds.line(height.doubleValue()));
    tick();
    double factor = ground.look().textSize().get().factor();
    // Upright, large letters leave no room for the date beside the name and the languages.
    boolean room = landscape || factor <= 1 || (factor < 2 && state.page() instanceof Page.Home);
    date.setVisible(room);
    date.setManaged(room);
    return head;
  }

  /** Always there: what is spoken now, by its own name; touched, it offers the others. */
  private Button languageSwitch() {
    Locale now = ground.texts().language().get();
    String name =
        ground.texts().languages().stream()
            .filter(language -> language.locale().equals(now))
            .map(Texts.Language::name)
            .findFirst()
            .orElse(now.toLanguageTag());
    Button button =
        Buttons.icon(Icon.GLOBE, Buttons.secondary("language-switch", name, this::chooseLanguage));
    button.getStyleClass().addAll("language", "language-switch");
    button.setMinWidth(USE_PREF_SIZE);
    button.setMaxWidth(USE_PREF_SIZE);
    button.setWrapText(false);
    return button;
  }

  private void chooseLanguage() {
    ground.model().touched();
    choosing = true;
    showOver();
  }

  /** A language was chosen: its voice says what to do. */
  private void languageChosen() {
    choosing = false;
    showOver();
    if (ground.speaks().test(ground.texts().language().get())) {
      reading.anew();
    }
  }

  /** The minute may have changed. */
  void tick() {
    LocalDateTime now = LocalDateTime.now(ground.clock());
    DateWords dates = ground.texts().dates();
    clock.setText(dates.clock(now.toLocalTime()));
    date.setText(dates.full(now.toLocalDate()));
  }

  private Region bar() {
    Button read = tool("bar-read", Icon.SPEAKER, "bar.read", reading::toggle);
    Button size =
        tool(
            "bar-size",
            Icon.LETTERS,
            "bar.size",
            () -> ground.look().textSize().set(ground.look().textSize().get().next()));
    Button clear =
        tool(
            "bar-clear",
            Icon.CONTRAST,
            "bar.clear",
            () -> ground.look().clear().set(!ground.look().clear().get()));
    Button lower =
        tool(
            "bar-lower",
            Icon.LOWER,
            "bar.lower",
            () -> ground.look().lowered().set(!ground.look().lowered().get()));
    Button call =
        tool(
            "bar-call",
            Icon.PERSON,
            state.helpAsked() ? "bar.called" : "bar.call",
            ground.model()::callStaff);
    call.getStyleClass().add("call");
    mark(size, ground.look().textSize().get().factor() > 1);
    mark(clear, ground.look().clear().get());
    mark(lower, ground.look().lowered().get());
    mark(call, state.helpAsked());
    mark(read, reading.on());
    Button[] tools = {read, size, clear, lower, call};
    Region row = Split.even(16, 0, tools);
    VBox bar = new VBox(row);
    bar.getStyleClass().add("bar");
    if (landscape) {
      bar.getStyleClass().add("flat");
      for (Button tool : tools) {
        tool.setContentDisplay(ContentDisplay.LEFT);
      }
    }
    return bar;
  }

  private static void mark(Button button, boolean on) {
    if (on) {
      button.getStyleClass().add("on");
    }
  }

  private Button tool(String id, Icon icon, String key, Runnable action) {
    return Buttons.tool(
        id,
        icon,
        ground.say(key),
        () -> {
          ground.model().touched();
          action.run();
        });
  }

  // ---- over the page ----

  private void showNotes() {
    notes.getChildren().clear();
    state
        .note()
        .ifPresent(note -> {
          switch (note) {
            case Note.OfFault(var fault) -> {
              FaultSentence sentence = ground.fault(fault);
              addNote(
                  "note",
                  Tone.WAIT,
                  Icon.NOTE,
                  sentence.what(),
                  sentence.todo(),
                  "note-close",
                  ground.model()::closeNote);
            }
            case Note.Said(String key) ->
                addNote(
                    "note",
                    Tone.BRAND,
                    Icon.INFO,
                    ground.say(key),
                    "",
                    "note-close",
                    ground.model()::closeNote);
          }
        });
    reading.caption().ifPresent(notes.getChildren()::add);
    if (reading.mute()) {
      addNote(
          "caption",
          Tone.WAIT,
          Icon.SPEAKER,
          ground.say("read.none"),
          "",
          "caption-close",
          reading::hush);
    }
    notes.setVisible(!notes.getChildren().isEmpty());
    notes.setManaged(notes.isVisible());
  }

  private void addNote(
      String id, Tone tone, Icon icon, String what, String todo, String closeId, Runnable close) {
    VBox words = Boxes.wide(Boxes.column("note-words", Words.of(what, "strong")));
    words.setAlignment(Pos.CENTER_LEFT);
    if (!todo.isEmpty()) {
      words.getChildren().add(Words.of(todo, "body", "ink"));
    }
    HBox row = Boxes.row("note-row", icon.node(), words);
    if (!closeId.isEmpty()) {
      Button button = Buttons.secondary(closeId, ground.say("go.close"), close);
      button.setMaxWidth(USE_PREF_SIZE);
      button.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(button);
    }
    VBox note = Boxes.notice(tone, row);
    note.setId(id);
    note.getStyleClass().add("floating");
    notes.getChildren().add(note);
  }

  private void showOver() {
    over.getChildren().clear();
    countdown = Optional.empty();
    if (state.countdown().isPresent()) {
      Label how = Words.of("", "body", "centred");
      countdown = Optional.of(how);
      sheet(
          "idle",
          Icon.CLOCK,
          ground.say("idle.title"),
          how,
          List.of(Buttons.primary("idle-stay", ground.say("idle.stay"), ground.model()::touched)));
    } else if (choosing) {
      over.getChildren()
          .add(
              LanguageSheet.of(
                  ground,
                  this::languageChosen,
                  () -> {
                    ground.model().touched();
                    choosing = false;
                    showOver();
                  }));
    } else if (state.waiting()) {
      sheet(
          "waiting",
          Icon.SEARCH,
          ground.say("wait.title"),
          Words.of(ground.say("wait.how"), "body", "centred"),
          List.of(
              Buttons.icon(
                  Icon.BACK,
                  Buttons.secondary("wait-back", ground.say("go.back"), ground.model()::home))));
    }
  }

  private void sheet(String id, Icon icon, String title, Label how, List<Button> buttons) {
    VBox sheet =
        Boxes.column(
            "sheet", Boxes.disc(Tone.BRAND, icon), Words.of(title, "title", "centred"), how);
    sheet.setId(id);
    sheet.setAlignment(Pos.CENTER);
    sheet.getChildren().addAll(new ArrayList<>(buttons));
    sheet.setMaxSize(860, USE_PREF_SIZE);
    StackPane veil = new StackPane(sheet);
    veil.getStyleClass().add("veil");
    over.getChildren().add(veil);
  }
}
