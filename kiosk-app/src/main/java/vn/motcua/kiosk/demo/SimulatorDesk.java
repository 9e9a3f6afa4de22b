package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.OfficeFrame;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/**
 * The little desk beside the terminal: what a person would do with hands (lay a card on the reader,
 * hold a receipt under the light, put paper into the feeder) is a button here. It says at which
 * window the person stands, for only that one hears the devices. Closing it ends the demonstration.
 */
final class SimulatorDesk {
  private enum Place {
    TERMINAL,
    COUNTER,
    TECHNICIAN
  }

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorDesk.class);
  private static final double MARGIN = 20;
  private static final double TERMINAL_HEIGHT = 960;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 940;
  private static final double OFFICE_WIDTH = 1366;
  private static final double OFFICE_HEIGHT = 768;
  private static final Duration GLANCE = Duration.millis(400);
  private static final List<Locale> LANGUAGES = List.of(Texts.VIETNAMESE, Locale.ENGLISH);

  private final DemoHouse house;
  private final DemoDevices devices;
  private final FaultSentences sentences;
  private final Texts texts;
  private final Faces faces;
  private final Background background = new Background(Platform::runLater);
  private final List<SimulatedCardProfile> cards;
  private final List<DemoReceipt> receipts;
  private final Map<DossierCode, Dossier> dossiers = new HashMap<>();
  private final Map<Place, Stage> windows = new HashMap<>();
  private final VBox page = Boxes.column("desk", new Region[0]);
  private final Label said = Words.of("", "body", "ink");
  private final Timeline glance;

  /** What was changed while the desk was open, newest first. */
  private final Deque<DossierCode> changed = new ConcurrentLinkedDeque<>();

  private Supplier<String> saying;
  private Runnable lookAgain = () -> {};
  private Optional<SimulatedCardProfile> onReader = Optional.empty();
  private boolean jammed;
  private Faces.Place beside = new Faces.Place(0, 0, 540, 960);

  /**
   * @param first the card that the demonstration was started with; stands first in the list
   */
  SimulatorDesk(
      DemoHouse house,
      DemoDevices devices,
      FaultSentences sentences,
      Clock clock,
      SimulatedCardProfile first,
      List<DemoReceipt> receipts) {
    this.house = house;
    this.devices = devices;
    this.sentences = sentences;
    this.texts = new Texts(sentences, "vn.motcua.kiosk.demo.texts");
    this.faces = new Faces(house.desks(), sentences, clock, Texts.VIETNAMESE, devices.wedge());
    this.cards = new ArrayList<>(SimulatedCitizens.all());
    if (cards.stream().noneMatch(card -> card.number().equals(first.number()))) {
      cards.addFirst(first);
    }
    this.receipts = receipts;
    this.saying = () -> texts.get("said.begin");
    this.glance = new Timeline(new KeyFrame(GLANCE, _ -> lookAgain.run()));
    glance.setCycleCount(Animation.INDEFINITE);
    house.store().onChange(changed::addFirst);
  }

  /** Opens the citizen terminal and this desk. */
  Stage open() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    double high = Math.min(TERMINAL_HEIGHT, room.getHeight() - 2 * MARGIN);
    double left = room.getMinX() + MARGIN;
    double top = room.getMinY() + MARGIN;
    double wide = Math.round(high * 9 / 16);
    beside = new Faces.Place(left, top, wide, high);
    windows.put(Place.TERMINAL, faces.citizen(house.terminal(), Optional.of(beside)));

    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox result = Boxes.notice(Tone.BRAND, said);
    result.setId("said");
    VBox inside = new VBox(12, Boxes.grow(scroll), result);
    inside.getStyleClass().add("work");
    StackPane root = new StackPane(inside);
    root.getStyleClass().add("office");
    Scene scene = new Scene(root);
    new Look(Density.COUNTER).dress(scene);
    OfficeFrame.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setX(left + wide + MARGIN);
    stage.setY(top);
    stage.setWidth(WIDTH);
    stage.setHeight(Math.min(HEIGHT, room.getHeight() - 2 * MARGIN));
    stage.setOnHidden(_ -> end());
    faces.onUse(this::draw);
    texts
        .language()
        .subscribe(language -> {
          faces.speak(language);
          stage.setTitle(texts.get("title"));
          draw();
        });
    background.run(
        this::find,
        found -> {
          dossiers.putAll(found);
          draw();
        },
        this::failed);
    stage.show();
    glance.play();
    return stage;
  }

  /** The last window of the demonstration is this one: with it all others go. */
  private void end() {
    glance.stop();
    List.copyOf(Window.getWindows()).forEach(Window::hide);
  }

  private Map<DossierCode, Dossier> find() throws FaultException {
    Map<DossierCode, Dossier> found = new HashMap<>();
    for (DemoReceipt receipt : receipts) {
      house.store().find(receipt.code()).ifPresent(it -> found.put(receipt.code(), it));
    }
    return found;
  }

  // ---- what it shows ----

  private void draw() {
    Optional<DemoReceipt> chosen = chosenReceipt();
    page.getChildren()
        .setAll(
            head(),
            group("place", places()),
            group("cards", cards()),
            group("codes", codes(chosen)),
            group("paper", paper()));
    said.setText(saying.get());
  }

  private Node head() {
    HBox row = Boxes.row("desk-head", Boxes.wide(Words.heading(texts.get("title"))));
    for (Locale language : LANGUAGES) {
      row.getChildren()
          .add(
              choice(
                  "desk-" + language.getLanguage(),
                  texts.get("language." + language.getLanguage()),
                  texts.language().get().equals(language),
                  () -> texts.language().set(language)));
    }
    row.getChildren().add(small("desk-end", texts.get("end"), this::end));
    return row;
  }

  private Node group(String name, Node... rows) {
    VBox box = Boxes.card(Words.of(texts.get("group." + name), "body", "medium"));
    box.getStyleClass().add("tight");
    box.getChildren().addAll(rows);
    return box;
  }

  private Node[] places() {
    FlowPane row = row();
    for (Place place : Place.values()) {
      Stage window = windows.get(place);
      row.getChildren()
          .add(
              choice(
                  "at-" + place.name().toLowerCase(Locale.ROOT),
                  texts.get("place." + place, house.counter()),
                  window != null && faces.uses(window),
                  () -> stand(place)));
    }
    return new Node[] {row, Words.note(texts.get("place.why"))};
  }

  private Node[] cards() {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      SimulatedCardProfile card = cards.get(i);
      String letter = letter(card);
      boolean here = onReader.equals(Optional.of(card));
      VBox who = new VBox(2, Words.of(texts.get("card.of", letter, card.name()), "body"));
      who.setAlignment(Pos.CENTER_LEFT);
      if (here) {
        who.getChildren().add(new Pill(Tone.OK, texts.get("card.here")));
      }
      rows.add(
          Boxes.row(
              "desk-row",
              Boxes.wide(who),
              small(
                  "qr-" + letter,
                  texts.get("card.qr"),
                  () -> {
                    devices.scan(DemoCards.qr(card));
                    say("said.scanned", card.name());
                  }),
              small("card-" + letter, texts.get("card.put"), () -> put(card))));
    }
    Button off = small("card-off", texts.get("card.off"), this::takeOff);
    off.setDisable(onReader.isEmpty());
    rows.add(off);
    return rows.toArray(Node[]::new);
  }

  private String letter(SimulatedCardProfile card) {
    int place = SimulatedCitizens.all().indexOf(card);
    return place < 0 ? "0" : String.valueOf((char) ('A' + place));
  }

  private Node[] codes(Optional<DemoReceipt> chosen) {
    ComboBox<DemoReceipt> list = new ComboBox<>();
    list.setId("receipts");
    list.getItems().setAll(receipts);
    list.setConverter(new ReceiptName());
    list.setMaxWidth(Double.MAX_VALUE);
    list.setDisable(receipts.isEmpty());
    chosen.ifPresent(list::setValue);
    Button scan = small("receipt-scan", texts.get("code.receipt"), this::scanReceipt);
    scan.setDisable(receipts.isEmpty());
    FlowPane row = row();
    row.getChildren()
        .addAll(
            scan,
            small("receipt-newest", texts.get("code.newest"), this::scanNewest),
            small(
                "garbage",
                texts.get("code.garbage"),
                () -> {
                  devices.scan("'; DROP TABLE dossier; --<script>");
                  say("said.garbage");
                }));
    return new Node[] {list, row};
  }

  private Node[] paper() {
    Label tray = Words.note("");
    tray.setId("tray");
    FlowPane load = row();
    for (SimulatedCardProfile owner : cards) {
      load.getChildren()
          .add(
              small(
                  "load-" + letter(owner),
                  texts.get("paper.load", letter(owner)),
                  () ->
                      later(
                          () -> devices.loadPapersOf(owner), pages -> say("said.loaded", pages))));
    }
    Button unload =
        small(
            "unload",
            texts.get("paper.unload"),
            () -> {
              devices.scanner().unload();
              say("said.unloaded");
            });
    load.getChildren().add(unload);
    Button jam =
        small(
            "jam",
            texts.get("paper.jam"),
            () -> {
              devices.scanner().jam();
              jammed = true;
              say("said.jam");
            });
    Button clear =
        small(
            "unjam",
            texts.get("paper.clear"),
            () -> {
              devices.scanner().clear();
              jammed = false;
              say("said.clear");
            });
    jam.setDisable(jammed);
    clear.setDisable(!jammed);
    FlowPane trouble = row();
    trouble.getChildren().addAll(jam, clear);
    // The scanner tells nobody when it draws a page in: a glance now and then does.
    lookAgain =
        () -> {
          int pages = devices.scanner().loaded();
          tray.setText(pages == 0 ? texts.get("tray.empty") : texts.count("tray.pages", pages));
          unload.setDisable(pages == 0);
        };
    lookAgain.run();
    return new Node[] {tray, load, trouble};
  }

  // ---- what it does ----

  /** Goes to a window, which is opened if it is not there. */
  private void stand(Place place) {
    Stage window = windows.get(place);
    if (window == null || !window.isShowing()) {
      window =
          switch (place) {
            case TERMINAL -> faces.citizen(house.terminal(), Optional.of(beside));
            case COUNTER -> faces.counter(house.counter(), house.officers(), Optional.of(office()));
            case TECHNICIAN -> faces.technician(Optional.of(office()));
          };
      windows.put(place, window);
    }
    window.toFront();
    faces.use(window);
    say("said." + place, house.counter());
  }

  private static Faces.Place office() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    double width = Math.min(OFFICE_WIDTH, room.getWidth());
    double height = Math.min(OFFICE_HEIGHT, room.getHeight());
    // At the right: the desk, which stands at the left, must stay at hand.
    return new Faces.Place(room.getMaxX() - width, room.getMaxY() - height, width, height);
  }

  private void put(SimulatedCardProfile card) {
    later(
        () -> {
          devices.cards().insert(DemoCards.chip(card));
          return card;
        },
        there -> {
          onReader = Optional.of(there);
          say("said.card", there.name());
        });
  }

  private void takeOff() {
    later(
        () -> {
          devices.cards().remove();
          return true;
        },
        _ -> {
          onReader = Optional.empty();
          say("said.off");
        });
  }

  /** A device may be busy for a while, and the terminal beside must not stand still. */
  private <T> void later(Callable<T> work, Consumer<T> done) {
    background.run(work, done, this::failed);
  }

  private Optional<DemoReceipt> chosenReceipt() {
    return page.lookup("#receipts") instanceof ComboBox<?> list
            && list.getValue() instanceof DemoReceipt chosen
        ? Optional.of(chosen)
        : receipts.stream().findFirst();
  }

  private void scanReceipt() {
    chosenReceipt()
        .ifPresent(receipt -> {
          devices.scan(ScannedCode.receiptText(receipt.code(), receipt.secret()));
          say("said.scanned", receipt.code().value());
        });
  }

  /** The receipt that the counter made last: drawn, and its QR code read from the picture. */
  private void scanNewest() {
    later(
        this::newestReceipt,
        text -> {
          if (text.isEmpty()) {
            say("said.nothing");
          } else {
            devices.scan(text.get());
            say("said.newest");
          }
        });
  }

  private Optional<String> newestReceipt() throws FaultException, IOException {
    for (DossierCode code : changed) {
      Optional<KeptFile> receipt =
          house.store().files(code).stream()
              .filter(file -> file.kind() == KeptFile.Kind.RECEIPT)
              .findFirst();
      if (receipt.isPresent()) {
        return Optional.of(qr(receipt.get(), code));
      }
    }
    return Optional.empty();
  }

  private String qr(KeptFile receipt, DossierCode code) throws FaultException, IOException {
    Path plain = Files.createTempFile("motcua-receipt", ".pdf");
    try {
      house.store().blobs().open(receipt.blob(), code, plain);
      return ReceiptUnderLight.qr(plain);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private void failed(Exception failure) {
    if (failure instanceof FaultException fault) {
      saying =
          () -> {
            var sentence = sentences.of(fault.fault(), texts.language().get());
            return sentence.what() + " " + sentence.todo();
          };
      draw();
    } else {
      LOG.error("the simulator desk failed", failure);
      say("said.failed");
    }
  }

  private void say(String key, Object... put) {
    saying = () -> texts.get(key, put);
    draw();
  }

  private static FlowPane row() {
    return new FlowPane(8, 8);
  }

  private static Button small(String id, String text, Runnable action) {
    Button button = Buttons.secondary(id, text, action);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMaxWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static ToggleButton choice(String id, String text, boolean on, Runnable action) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    button.getStyleClass().setAll("toggle-button", "choice");
    button.setSelected(on);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      action.run();
    });
    return button;
  }

  /** A receipt as a person would tell it from the others. */
  private final class ReceiptName extends javafx.util.StringConverter<DemoReceipt> {
    @Override
    public String toString(DemoReceipt receipt) {
      if (receipt == null) {
        return texts.get("code.none");
      }
      Dossier dossier = dossiers.get(receipt.code());
      return dossier == null
          ? receipt.code().value()
          : texts.get(
              "code.name",
              receipt.code().value(),
              texts.dates().vietnamese()
                  ? dossier.procedure().shortName()
                  : dossier.procedure().nameEn(),
              texts.get("stage." + dossier.stage()));
    }

    @Override
    public DemoReceipt fromString(String text) {
      throw new UnsupportedOperationException("the list is not typed into");
    }
  }
}
