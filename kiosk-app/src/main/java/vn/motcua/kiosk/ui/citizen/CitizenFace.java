package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.ScrollBody;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * The whole face of the terminal: head, page, steps, bar, and what may lie over them. It renders
 * the model's state and keeps nothing of its own but whether it is reading aloud.
 */
final class CitizenFace extends StackPane {
  private final Ground ground;
  private final ReadingAloud reading;
  private final List<Room> rooms;
  private final BorderPane frame = new BorderPane();
  private final CitizenHead head;
  private final StackPane over = new StackPane();
  private final CitizenNotes notes;
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
              showBar();
            });
    head = new CitizenHead(ground, this::staff, this::chooseLanguage, sounds::line);
    notes = new CitizenNotes(ground, reading);
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
      showBar();
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
    head.show(!(state.page() instanceof Page.Home), landscape);
    VBox top = new VBox(head);
    rooms.forEach(room -> room.band().ifPresent(top.getChildren()::add));
    frame.setTop(top);
  }

  /** What only staff know. */
  void staff() {
    rooms.forEach(Room::staff);
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
    head.tick();
  }

  private void showBar() {
    frame.setBottom(CitizenBar.of(ground, reading, state.helpAsked(), landscape));
  }

  private void showNotes() {
    notes.show(state.note());
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
