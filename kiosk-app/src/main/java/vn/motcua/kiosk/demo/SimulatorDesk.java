package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.demo.DemoDossiers.DemoReceipt;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/**
 * The little desk beside the terminal: what a person would do with hands (lay a card on the reader,
 * hold a receipt under the light, put paper into the feeder) is a button here.
 */
final class SimulatorDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorDesk.class);
  private static final Faces.Place TERMINAL = new Faces.Place(20, 20, 540, 960);
  private static final Faces.Place DESK = new Faces.Place(580, 20, 460, 820);
  private static final Faces.Place COUNTER = new Faces.Place(200, 60, 1366, 768);
  private static final List<String> LETTERS = List.of("A", "B", "C");

  private final DemoHouse house;
  private final DemoDevices devices;
  private final FaultSentences sentences;
  private final Texts texts;
  private final Faces faces;
  private final Background background = new Background(javafx.application.Platform::runLater);
  private final List<DemoReceipt> receipts;
  private final Label said;

  /** What was changed while the desk was open, newest first. */
  private final Deque<DossierCode> changed = new ConcurrentLinkedDeque<>();

  SimulatorDesk(
      DemoHouse house,
      DemoDevices devices,
      FaultSentences sentences,
      Clock clock,
      List<DemoReceipt> receipts) {
    this.house = house;
    this.devices = devices;
    this.sentences = sentences;
    this.texts = new Texts(sentences, "vn.motcua.kiosk.demo.texts");
    this.faces = new Faces(house.desks(), sentences, clock, Texts.VIETNAMESE, devices.wedge());
    this.receipts = receipts;
    this.said = Words.note(texts.get("said.begin"));
    said.setWrapText(true);
    house.store().onChange(changed::addFirst);
  }

  /** Opens the citizen terminal and this desk. */
  Stage open() {
    faces.citizen(house.terminal(), Optional.of(TERMINAL));
    Stage stage = new Stage();
    VBox column =
        Boxes.column(
            "card",
            Words.heading(texts.get("title")),
            group("cards", cards()),
            group("codes", codes()),
            group("paper", paper()),
            group("windows", windows()),
            Boxes.notice(Tone.BRAND, said));
    Scene scene = new Scene(column);
    new Look(Density.COUNTER).dress(scene);
    stage.setScene(scene);
    stage.setTitle(texts.get("title"));
    stage.setX(DESK.x());
    stage.setY(DESK.y());
    stage.setWidth(DESK.width());
    stage.setHeight(DESK.height());
    stage.show();
    return stage;
  }

  private Node group(String name, Node... rows) {
    VBox box = new VBox(6, Words.body(texts.get("group." + name)));
    box.getChildren().addAll(rows);
    return box;
  }

  private Node[] cards() {
    FlowPane row = row();
    List<SimulatedCardProfile> all = SimulatedCitizens.all();
    for (int i = 0; i < all.size(); i++) {
      SimulatedCardProfile card = all.get(i);
      String letter = LETTERS.get(i);
      row.getChildren()
          .add(
              button(
                  "card-" + letter,
                  texts.get("card.put", letter, card.name()),
                  () -> {
                    devices.cards().insert(card);
                    say("said.card", card.name());
                  }));
    }
    row.getChildren()
        .add(
            button(
                "card-off",
                texts.get("card.off"),
                () -> {
                  devices.cards().remove();
                  say("said.off");
                }));
    return new Node[] {row};
  }

  private Node[] codes() {
    FlowPane row = row();
    List<SimulatedCardProfile> all = SimulatedCitizens.all();
    for (int i = 0; i < all.size(); i++) {
      SimulatedCardProfile card = all.get(i);
      row.getChildren()
          .add(
              button(
                  "qr-" + LETTERS.get(i),
                  texts.get("code.card", LETTERS.get(i)),
                  () -> {
                    devices.scan(DemoCards.qr(card));
                    say("said.scanned", card.name());
                  }));
    }
    ComboBox<DemoReceipt> list = new ComboBox<>();
    list.setId("receipts");
    list.getItems().setAll(receipts);
    list.setConverter(new ReceiptName());
    list.setMaxWidth(Double.MAX_VALUE);
    if (!receipts.isEmpty()) {
      list.setValue(receipts.getFirst());
    }
    FlowPane receiptRow = row();
    receiptRow
        .getChildren()
        .addAll(
            button("receipt-scan", texts.get("code.receipt"), () -> scanReceipt(list.getValue())),
            button("receipt-newest", texts.get("code.newest"), this::scanNewest),
            button(
                "garbage",
                texts.get("code.garbage"),
                () -> {
                  devices.scan("'; DROP TABLE dossier; --<script>");
                  say("said.garbage");
                }));
    return new Node[] {row, list, receiptRow};
  }

  private Node[] paper() {
    FlowPane row = row();
    List<SimulatedCardProfile> all = SimulatedCitizens.all();
    for (int i = 0; i < all.size(); i++) {
      SimulatedCardProfile owner = all.get(i);
      row.getChildren()
          .add(
              button(
                  "load-" + LETTERS.get(i),
                  texts.get("paper.load", LETTERS.get(i)),
                  () -> load(owner)));
    }
    row.getChildren()
        .addAll(
            button(
                "jam",
                texts.get("paper.jam"),
                () -> {
                  devices.scanner().jam();
                  say("said.jam");
                }),
            button(
                "unjam",
                texts.get("paper.clear"),
                () -> {
                  devices.scanner().clear();
                  say("said.clear");
                }));
    return new Node[] {row};
  }

  private Node[] windows() {
    FlowPane row = row();
    row.getChildren()
        .addAll(
            button(
                "open-counter",
                texts.get("window.counter"),
                () -> faces.counter(house.counter(), house.officers(), Optional.of(COUNTER))),
            button(
                "open-technician",
                texts.get("window.technician"),
                () -> faces.technician(Optional.of(COUNTER))));
    return new Node[] {row};
  }

  private void load(SimulatedCardProfile owner) {
    background.run(
        () -> devices.loadPapersOf(owner), pages -> say("said.loaded", pages), this::failed);
  }

  private void scanReceipt(DemoReceipt receipt) {
    if (receipt != null) {
      devices.scan(ScannedCode.receiptText(receipt.code(), receipt.secret()));
      say("said.scanned", receipt.code().value());
    }
  }

  /** The receipt that the counter made last: drawn, and its QR code read from the picture. */
  private void scanNewest() {
    background.run(
        this::newestReceipt,
        text -> {
          if (text.isEmpty()) {
            say("said.nothing");
          } else {
            devices.scan(text.get());
            say("said.newest");
          }
        },
        this::failed);
  }

  private Optional<String> newestReceipt() throws FaultException, IOException {
    for (DossierCode code : changed) {
      Optional<Path> file = receiptOf(code);
      if (file.isPresent()) {
        return Optional.of(ReceiptUnderLight.qr(file.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Path> receiptOf(DossierCode code) throws FaultException {
    return house.store().files(code).stream()
        .filter(file -> file.kind() == KeptFile.Kind.RECEIPT)
        .map(file -> house.store().blobs().path(file.blob()))
        .findFirst();
  }

  private void failed(Exception failure) {
    if (failure instanceof FaultException fault) {
      var sentence = sentences.of(fault.fault(), texts.language().get());
      said.setText(sentence.what() + " " + sentence.todo());
    } else {
      LOG.error("the simulator desk failed", failure);
      say("said.failed");
    }
  }

  private void say(String key, Object... put) {
    said.setText(texts.get(key, put));
  }

  private static FlowPane row() {
    return new FlowPane(6, 6);
  }

  private static Node button(String id, String text, Runnable action) {
    return Buttons.secondary(id, text, action);
  }

  /** Shows a receipt by its code. */
  private static final class ReceiptName extends javafx.util.StringConverter<DemoReceipt> {
    @Override
    public String toString(DemoReceipt receipt) {
      return receipt == null ? "" : receipt.code().value();
    }

    @Override
    public DemoReceipt fromString(String text) {
      throw new UnsupportedOperationException("the list is not typed into");
    }
  }
}
