package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.ScanChoice;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.DeviceState;

/**
 * One button for each way of scanning, the main one first, and dropping the pages. A button names
 * its profile and nothing else; how its device is stands on it only if that is not "ready".
 */
final class ProfileBar extends HBox {
  /** The driver of the scanner that is no device. */
  private static final String OURS = "simulated";

  /** More than these stand in a menu: the checklist needs the room. */
  private static final int BUTTONS = 6;

  private final ScanModel model;
  private final Texts texts;
  private final Consumer<ScanProfile> scan;
  private final FlowPane buttons = new FlowPane(8, 8);

  /**
   * @param scan scans the next paper that lacks pages by that profile
   */
  ProfileBar(ScanModel model, Texts texts, Consumer<ScanProfile> scan) {
    this.model = model;
    this.texts = texts;
    this.scan = scan;
    setSpacing(8);
    setAlignment(Pos.CENTER_LEFT);
    buttons.setId("profiles");
    buttons.setRowValignment(javafx.geometry.VPos.CENTER);
    // A flow pane that is asked for its height before its width is known counts rows of this
    // length.
    widthProperty()
        .subscribe(width -> buttons.setPrefWrapLength(Math.max(300, width.doubleValue() - 82)));
    HBox.setHgrow(buttons, javafx.scene.layout.Priority.ALWAYS);
    Runnable draw = this::draw;
    model.choices().subscribe(draw);
    model.looking().subscribe(_ -> draw.run());
    model.damagedProfiles().subscribe(_ -> draw.run());
    model.running().subscribe(running -> buttons.setDisable(running.isPresent()));
    Button look = Parts.small("scanner-look", texts.get("scanner.look"), "", model::look);
    model.choices().subscribe(() -> Parts.show(look, model.choices().isEmpty()));
    Parts.show(look, model.choices().isEmpty());
    Button drop = Parts.small("pages-drop", texts.get("pages.drop"), "", model::discard);
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
    model.strip().all().subscribe(() -> Parts.show(drop, model.isBegun()));
    Parts.show(sure, false);
    Parts.show(drop, false);
    getChildren().addAll(buttons, sure, drop, look);
  }

  private void draw() {
    // Whoever moves by keyboard keeps the place when the states of the devices come in.
    Optional<String> focused =
        buttons.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
    buttons.getChildren().clear();
    if (model.choices().isEmpty()) {
      String key = model.looking().get() ? "scanner.looking" : "scanner.none";
      buttons
          .getChildren()
          .add(Boxes.row("scanner-note", Icon.SCAN.node(), line(texts.get(key), "note", "soft")));
    }
    MenuButton more = new MenuButton(texts.get("profile.more"));
    more.setId("profile-more");
    more.getStyleClass().addAll("touch", "secondary");
    int number = 0;
    for (ScanChoice choice : model.choices()) {
      number++;
      if (number <= BUTTONS) {
        buttons.getChildren().add(button(choice, number));
      } else {
        MenuItem item = new MenuItem(name(choice) + state(choice).map(s -> " · " + s).orElse(""));
        item.setId("profile-" + number);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> scan.accept(choice.profile()));
        more.getItems().add(item);
      }
    }
    if (!more.getItems().isEmpty()) {
      buttons.getChildren().add(more);
    }
    int damaged = model.damagedProfiles().get();
    if (damaged > 0) {
      Label note = line(texts.count("profile.damaged", damaged), "note", "soft");
      note.setId("profiles-damaged");
      buttons.getChildren().add(note);
    }
    focused.ifPresent(id ->
        buttons.getChildren().stream()
            .filter(node -> id.equals(node.getId()))
            .findFirst()
            .ifPresent(Node::requestFocus));
  }

  private Button button(ScanChoice choice, int number) {
    String id = "profile-" + number;
    Runnable press = () -> scan.accept(choice.profile());
    Button button = number == 1 ? Buttons.primary(id, "", press) : Buttons.secondary(id, "", press);
    button.getStyleClass().add("profile");
    if (choice.state().equals(Optional.of(DeviceState.OFFLINE))) {
      button.getStyleClass().add("away"); // to be pressed all the same: it may be back
    }
    VBox words = new VBox(line(head(choice), "profile-name"));
    String below =
        Stream.concat(
                scanner(choice).filter(_ -> isFirstOfItsDevice(choice)).stream(),
                state(choice).stream())
            .collect(Collectors.joining(" · "));
    if (!below.isEmpty()) {
      words.getChildren().add(line(below, "profile-state"));
    }
    words.setAlignment(Pos.CENTER_LEFT);
    HBox face = new HBox(8, Icon.SCAN.node(), words);
    face.setAlignment(Pos.CENTER_LEFT);
    if (number == 1) {
      face.getChildren().add(new KeyCap("F7"));
    }
    button.setGraphic(face);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(name(choice) + state(choice).map(s -> ", " + s).orElse(""));
    button.setMaxWidth(USE_PREF_SIZE);
    return button;
  }

  /** The profile's name; of a proposal, where the paper lies. */
  private String head(ScanChoice choice) {
    return choice.proposed()
        ? texts.get("profile." + choice.profile().source().name())
        : choice.profile().name();
  }

  /** The buttons of one device stand side by side: its name on the first leaves room for all. */
  private boolean isFirstOfItsDevice(ScanChoice choice) {
    return model.choices().stream()
        .filter(other -> other.profile().device().equals(choice.profile().device()))
        .findFirst()
        .equals(Optional.of(choice));
  }

  /** A proposal stands for a scanner, which is named below. */
  private Optional<String> scanner(ScanChoice choice) {
    if (!choice.proposed()) {
      return Optional.empty();
    }
    if (choice.simulated() && choice.profile().device().driver().equals(OURS)) {
      return Optional.of(texts.get("scanner.ours")); // what it is, in the screen's language
    }
    String name = choice.profile().name();
    return Optional.of(
        choice.simulated() && !name.contains("mô phỏng")
            ? texts.get("scanner.simulated", name)
            : name);
  }

  private String name(ScanChoice choice) {
    return head(choice) + scanner(choice).map(of -> " · " + of).orElse("");
  }

  private Optional<String> state(ScanChoice choice) {
    return choice
        .state()
        .filter(state -> state != DeviceState.READY)
        .map(state -> texts.get("device." + state.name()));
  }

  private static Label line(String text, String... styles) {
    Label label = Words.of(text, styles);
    label.setWrapText(false);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
