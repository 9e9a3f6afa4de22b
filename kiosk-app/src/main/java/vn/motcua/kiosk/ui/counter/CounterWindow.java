package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.StaffDesks;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.OfficeFrame;
import vn.motcua.kiosk.ui.kit.ScreenTimers;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Tones;
import vn.motcua.kiosk.ui.kit.TrustWords;
import vn.motcua.kiosk.ui.kit.Viewport;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.FaceDecoder;
import vn.motcua.scanner.chip.TrustVerdict;

/**
 * The officer's window. Everything in it has a key, and a scan into any screen does its obvious.
 */
public final class CounterWindow implements AutoCloseable {
  /** The shorter side that the screens are designed for, in logical pixels. */
  private static final double SHORT_SIDE = 768;

  private final Stage stage;
  private final ScreenTimers timers;
  private final StringProperty officer;
  private final CounterModel model;
  private final Texts texts;
  private final OfficeFrame frame = new OfficeFrame();
  private final Look look = new Look(Density.COUNTER);
  private final Map<CounterModel.Screen, Button> places = new EnumMap<>(CounterModel.Screen.class);
  private final Map<CounterModel.Screen, Node> screens = new EnumMap<>(CounterModel.Screen.class);
  private final ReceiveView receive;
  private final WorkView work;
  private final ReturnView handOut;
  private final QueueView queue;

  /**
   * Builds the window on {@code stage}; {@link #open()} shows it. On the JavaFX thread.
   *
   * @param officers who may work here; the first is at work until another is chosen; never empty
   * @param counter this counter's number
   * @param sentences what people are told about faults
   * @param language Vietnamese, or English
   */
  public CounterWindow(
      Stage stage,
      CounterDesks desks,
      Centre centre,
      List<String> officers,
      String counter,
      FaultSentences sentences,
      Clock clock,
      Locale language) {
    this.stage = stage;
    this.officer = new SimpleStringProperty(officers.getFirst());
    this.texts = new Texts(sentences, "vn.motcua.kiosk.ui.counter.texts", TrustWords.TEXTS);
    texts.language().set(language);
    Background background = new Background(Platform::runLater);
    this.timers = new ScreenTimers(background);
    Errands errands = new Errands(background);
    CounterWords words = new CounterWords(texts);
    PhotoModel photo = new PhotoModel(desks.devices(), errands, timers, new FaceDecoder());
    CardModel card = new CardModel(desks.devices(), errands, photo);
    this.model =
        new CounterModel(
            desks.devices(),
            errands,
            new ReceiveModel(desks, errands, officer::get, counter),
            new WorkModel(desks.work(), errands, officer::get, clock, desks.staff().crew()),
            new ReturnModel(desks.returns(), errands, officer::get),
            new CallsModel(desks.calls(), errands, officer::get),
            card,
            new QueueModel(desks.hall(), errands, counter),
            new Tones());
    this.receive =
        new ReceiveView(
            model.receive(), card, desks.devices().cameras(), texts, words, errands, clock);
    StaffDesks staff = desks.staff();
    DossierSides sides =
        new DossierSides(
            new CustodyModel(staff.custody(), errands, officer::get),
            new PaymentModel(staff.payments(), errands, officer::get),
            new LinkedModel(desks.work(), errands, officer::get, staff.crew()),
            (kind, code) -> new PrintModel(staff.prints(), errands, officer::get, kind, code));
    officer.subscribe(_ -> {
      model.work().officerChanged();
      sides.linked().judge();
    });
    this.work = new WorkView(model.work(), sides, texts, words, model::handOut);
    this.handOut = new ReturnView(model.handOut(), card, texts, words, clock);

    this.queue = new QueueView(model.queue(), texts);

    place(CounterModel.Screen.RECEIVE, Icon.RECEIVE, "F1", receive);
    place(CounterModel.Screen.DOSSIERS, Icon.LIST, "F2", work);
    place(CounterModel.Screen.RETURN, Icon.CHECK, "F3", handOut);
    place(CounterModel.Screen.QUEUE, Icon.TICKET, "F10", queue);
    VBox notice = new VBox();
    Parts.swap(
        notice,
        model.notice(),
        fault ->
            Parts.banner(
                Tone.WAIT,
                Icon.INFO,
                Parts.sentences(texts, fault),
                Parts.small("notice-close", texts.get("notice.close"), "", model::dismissNotice)));
    frame.banners().getChildren().addAll(new CallBanner(model.calls(), texts, words), notice);
    topBar(words, officers, centre, counter);
    model.screen().subscribe(this::show);

    Scene scene = new Scene(new Viewport(frame, SHORT_SIDE, false));
    look.dress(scene);
    OfficeFrame.dress(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.setScene(scene);
    stage.setTitle(texts.get("window.title", counter, centre.name()));
  }

  /** Shows the window and begins to listen. */
  public void open() {
    stage.show();
    model.start();
  }

  /** The state of the window. */
  public CounterModel model() {
    return model;
  }

  private void place(CounterModel.Screen screen, Icon icon, String key, Node view) {
    String id = screen.name().toLowerCase(Locale.ROOT);
    places.put(
        screen,
        frame.place("go-" + id, icon, texts.get("rail." + screen.name()), key, () -> go(screen)));
    screens.put(screen, view);
    frame.work().getChildren().add(view);
  }

  private void go(CounterModel.Screen screen) {
    model.show(screen);
    focus(screen);
  }

  private void focus(CounterModel.Screen screen) {
    switch (screen) {
      case RECEIVE, QUEUE -> {}
      case DOSSIERS -> work.search();
      case RETURN -> {
        if (model.handOut().dossier().get().isEmpty()) {
          handOut.typeCode();
        }
      }
    }
  }

  private void show(CounterModel.Screen screen) {
    Node view = screens.get(screen);
    Button place = places.get(screen);
    if (view != null && place != null) {
      frame.show(view);
      frame.mark(place, texts.get("title." + screen.name()));
    }
  }

  private void topBar(CounterWords words, List<String> officers, Centre centre, String counter) {
    Runnable trust =
        () -> {
          frame.left().getChildren().clear();
          shownTrust()
              .ifPresent(earned -> {
                Region pill = words.trust().pill(earned);
                pill.setId("trust");
                frame.left().getChildren().add(pill);
              });
        };
    model.receive().verdict().subscribe(_ -> trust.run());
    model.handOut().card().subscribe(_ -> trust.run());
    model.screen().subscribe(_ -> trust.run());
    var place = Words.of(texts.get("bar.place", counter, centre.name()), "note", "soft");
    place.setWrapText(false);
    place.setMinWidth(Region.USE_PREF_SIZE);
    frame.right().getChildren().addAll(place, officer(officers));
  }

  /** How far the card of the person at the screen that is shown is proven. */
  private Optional<TrustVerdict> shownTrust() {
    return switch (model.screen().get()) {
      case RECEIVE -> model.receive().verdict().get();
      case DOSSIERS, QUEUE -> Optional.empty();
      case RETURN -> model.handOut().card().get().flatMap(Citizen::trust);
    };
  }

  private Node officer(List<String> officers) {
    if (officers.size() == 1) {
      var name = Words.of(officers.getFirst(), "body", "medium");
      name.setId("officer");
      name.setWrapText(false);
      name.setMinWidth(Region.USE_PREF_SIZE);
      return name;
    }
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("officer");
    choice.getItems().setAll(officers);
    choice.getSelectionModel().select(officer.get());
    choice.setFocusTraversable(false);
    choice
        .valueProperty()
        .subscribe(name -> {
          if (name != null) {
            officer.set(name);
          }
        });
    return choice;
  }

  // --- keys ---------------------------------------------------------------------------------

  private void key(KeyEvent event) {
    if (handled(event)) {
      event.consume();
    }
  }

  private boolean handled(KeyEvent event) {
    return switch (event.getCode()) {
      case F1 -> {
        go(CounterModel.Screen.RECEIVE);
        yield true;
      }
      case F2 -> {
        go(CounterModel.Screen.DOSSIERS);
        yield true;
      }
      case F3 -> {
        go(CounterModel.Screen.RETURN);
        yield true;
      }
      case F10 -> {
        go(CounterModel.Screen.QUEUE);
        yield true;
      }
      case F11, F12 -> {
        model.calls().answerByKey(event.getCode() == KeyCode.F11, event.isShiftDown());
        yield true;
      }
      default ->
          switch (model.screen().get()) {
            case RECEIVE -> receiving(event);
            case DOSSIERS -> working(event);
            case RETURN -> returning(event);
            case QUEUE -> queue.key(event);
          };
    };
  }

  private boolean receiving(KeyEvent event) {
    if (receive.isPageOpen()) {
      return false; // the page answers its own keys
    }
    boolean control = event.isControlDown();
    switch (event.getCode()) {
      case F4 -> receive.typeDigits();
      case F5 -> model.card().photo().toggle();
      case F6 -> receive.searchProcedure();
      case F7 -> receive.scanNext();
      case F8 -> receive.scanOn();
      case F9 -> receive.main();
      case ESCAPE -> receive.escape();
      case DIGIT1, NUMPAD1, DIGIT2, NUMPAD2 -> {
        boolean typing = stage.getScene().getFocusOwner() instanceof TextInputControl;
        boolean first = event.getCode() == KeyCode.DIGIT1 || event.getCode() == KeyCode.NUMPAD1;
        return (!typing || event.isAltDown()) && receive.choose(first);
      }
      case N -> {
        if (!control) {
          return false;
        }
        receive.askStartOver();
      }
      case U -> {
        if (!control) {
          return false;
        }
        receive.toggleOwner();
      }
      case SPACE -> {
        if (!control) {
          return false;
        }
        receive.enlargeLast();
      }
      case P, O -> {
        if (!control || model.receive().received().get().isEmpty()) {
          return false;
        }
        receive.receipt(event.getCode() == KeyCode.P);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean returning(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      model.card().photo().toggle();
      return true;
    }
    return handOut.key(event);
  }

  private boolean working(KeyEvent event) {
    if (event.isControlDown() && event.getCode() == KeyCode.F) {
      work.search();
      return true;
    }
    return work.key(event);
  }

  /** Stops listening and closes the window. On the JavaFX thread. */
  @Override
  public void close() {
    model.close();
    timers.close();
    stage.close();
  }

  /** How it looks. */
  Look look() {
    return look;
  }

  /** Who is at work. */
  public StringProperty officer() {
    return officer;
  }
}
