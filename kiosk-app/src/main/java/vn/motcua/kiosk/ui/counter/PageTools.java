package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * What can be done with the page that is selected, by finger, mouse or key; under the strip and
 * over the large page. Questions (why, to which paper) stand in the same place, never in a window
 * of their own.
 */
final class PageTools extends VBox {
  /** What an officer can say; the fifth reason, that it was replaced, follows from replacing it. */
  private static final List<RemovalReason> REASONS =
      List.of(
          RemovalReason.BLANK, RemovalReason.SEPARATOR, RemovalReason.TWICE, RemovalReason.WRONG);

  /** What is asked. */
  private enum Asked {
    NOTHING,
    WHY,
    WHERE
  }

  private final ReceiveModel model;
  private final ScanModel scan;
  private final Texts texts;
  private final PageWords words;
  private final String prefix;
  private final Optional<Runnable> enlarge;
  private final BiConsumer<PaperLine, PagePlace> scanTo;
  private final Label head = Words.of("", "body", "medium");
  private final FlowPane buttons = new FlowPane(6, 6);
  private final HBox top = new HBox(8);
  private final Button undo;
  private Asked asked = Asked.NOTHING;

  /**
   * @param prefix begins the ids of the buttons
   * @param enlarge shows the page large; empty where it is
   * @param scanTo scans for a paper, to a place of the pile
   */
  PageTools(
      ReceiveModel model,
      Texts texts,
      PageWords words,
      String prefix,
      Optional<Runnable> enlarge,
      BiConsumer<PaperLine, PagePlace> scanTo) {
    this.model = model;
    this.scan = model.scan();
    this.texts = texts;
    this.words = words;
    this.prefix = prefix;
    this.enlarge = enlarge;
    this.scanTo = scanTo;
    setSpacing(6);
    getStyleClass().add("page-tools");
    head.setId(prefix + "about");
    widthProperty()
        .subscribe(width -> buttons.setPrefWrapLength(Math.max(300, width.doubleValue() - 4)));
    undo = Parts.small(prefix + "undo", texts.get("page.undo"), "Ctrl Z", scan.actions()::undo);
    undo.setFocusTraversable(false);
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    top.getChildren().addAll(head, undo);
    top.setAlignment(Pos.CENTER_LEFT);
    scan.strip().selected().subscribe(_ -> quiet());
    scan.strip().all().subscribe(this::draw);
    scan.running().subscribe(_ -> draw());
    scan.actions().undoable().subscribe(_ -> draw());
    scan.actions().fault().subscribe(_ -> draw());
    model.busy().subscribe(_ -> draw());
    setOnMouseClicked(event -> event.consume());
  }

  /** Takes a question back; says whether one was asked. */
  boolean quiet() {
    boolean was = asked != Asked.NOTHING;
    asked = Asked.NOTHING;
    draw();
    return was;
  }

  private void ask(Asked what) {
    asked = what;
    draw();
  }

  private void draw() {
    Optional<PageItem> item = scan.strip().selectedItem();
    getChildren().setAll(top, buttons);
    buttons.getChildren().clear();
    head.setText(item.map(this::question).orElse(texts.get("page.none")));
    scan.actions()
        .fault()
        .get()
        .ifPresent(
            fault -> getChildren().add(1, Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault))));
    item.ifPresent(page -> {
      switch (asked) {
        case NOTHING -> usual(page);
        case WHY -> reasons(page);
        case WHERE -> papers(page);
      }
    });
    Parts.show(undo, asked == Asked.NOTHING && scan.actions().undoable().get());
    boolean there = item.isPresent() || scan.actions().undoable().get();
    Parts.show(this, there);
    setDisable(model.busy().get());
  }

  private String question(PageItem item) {
    return switch (asked) {
      case NOTHING ->
          item.looksBlank() ? texts.get("page.blank", words.name(item)) : words.about(item);
      case WHY -> texts.get("page.remove.why", words.name(item));
      case WHERE -> texts.get("page.assign.where", words.name(item));
    };
  }

  private void usual(PageItem item) {
    boolean idle = scan.running().get().isEmpty();
    enlarge.ifPresent(open -> add("large", "page.large", "↵", true, open));
    if (item.page().removal().isPresent()) {
      add("restore", "page.restore", "K", true, () -> scan.actions().restore(item));
      return;
    }
    if (item.looksBlank()) {
      add("blank", "page.blank.remove", "T", true, () -> removeBlank(item));
      add("keep", "page.blank.keep", "K", true, () -> scan.strip().keepBlank(item));
      return;
    }
    add("rescan", "page.again", "R", idle, () -> rescan(item));
    add("remove", "page.remove", "Del", true, () -> ask(Asked.WHY));
    if (item.page().isLost()) {
      return;
    }
    add("insert", "page.insert", "Ins", idle, () -> insert(item));
    String note = item.page().twin().isPresent() ? "page.note.not" : "page.note";
    add("note", note, "N", scan.actions().canNote(item), () -> scan.actions().note(item));
    add("assign", "page.assign", "G", papers().size() > 1, () -> ask(Asked.WHERE));
    add("before", "page.left", "Ctrl ←", true, () -> scan.actions().move(item, false));
    add("after", "page.right", "Ctrl →", true, () -> scan.actions().move(item, true));
  }

  private void reasons(PageItem item) {
    int number = 0;
    for (RemovalReason reason : REASONS) {
      number++;
      add(
          "why-" + number,
          "reason." + reason,
          Integer.toString(number),
          true,
          () -> {
            quiet();
            scan.actions().remove(item, reason);
          });
    }
    add("cancel", "page.cancel", "Esc", true, this::quiet);
  }

  private void papers(PageItem item) {
    int number = 0;
    for (PaperLine line : papers()) {
      number++;
      Button button =
          Parts.small(
              prefix + "paper-" + number,
              PageWords.shortened(line.required().name(), 34),
              number < 10 ? Integer.toString(number) : "",
              () -> {
                quiet();
                scan.actions().assign(item, line);
              });
      button.setDisable(line == item.line());
      buttons.getChildren().add(button);
    }
    add("cancel", "page.cancel", "Esc", true, this::quiet);
  }

  private List<PaperLine> papers() {
    return model.papers().stream().filter(line -> line.required().scan()).toList();
  }

  private void removeBlank(PageItem item) {
    scan.actions().remove(item, RemovalReason.BLANK);
  }

  private void rescan(PageItem item) {
    scanTo.accept(item.line(), new PagePlace.InsteadOf(item.number()));
  }

  private void insert(PageItem item) {
    scanTo.accept(item.line(), new PagePlace.Before(item.number()));
  }

  private void add(String id, String text, String key, boolean enabled, Runnable action) {
    Button button = Parts.small(prefix + id, texts.get(text), key, action);
    button.setDisable(!enabled);
    button.setFocusTraversable(false);
    buttons.getChildren().add(button);
  }

  // --- keys ---------------------------------------------------------------------------------

  /** Does what a key stands for; consumes it then. The keys are those on the buttons. */
  void key(KeyEvent event) {
    if (isDisabled()) {
      return;
    }
    Optional<String> id = asked == Asked.NOTHING ? usual(event) : answer(event.getCode());
    id.flatMap(this::button)
        .ifPresent(button -> {
          event.consume();
          button.fire(); // a disabled one does nothing
        });
  }

  private Optional<Button> button(String id) {
    if (id.equals("undo")) {
      return undo.isVisible() ? Optional.of(undo) : Optional.empty();
    }
    for (Node node : buttons.getChildren()) {
      if (node instanceof Button button && (prefix + id).equals(button.getId())) {
        return Optional.of(button);
      }
    }
    return Optional.empty();
  }

  private Optional<String> usual(KeyEvent event) {
    boolean control = event.isControlDown();
    boolean doubted = scan.strip().selectedItem().filter(PageItem::looksBlank).isPresent();
    return Optional.ofNullable(
        switch (event.getCode()) {
          case ENTER -> "large";
          case DELETE, BACK_SPACE -> doubted ? "blank" : "remove";
          case T -> "blank";
          case K -> doubted ? "keep" : "restore";
          case R -> "rescan";
          case INSERT -> "insert";
          case N -> control ? null : "note";
          case G -> "assign";
          case Z -> control ? "undo" : null;
          case LEFT -> control ? "before" : null;
          case RIGHT -> control ? "after" : null;
          default -> null;
        });
  }

  private Optional<String> answer(KeyCode code) {
    if (code == KeyCode.ESCAPE) {
      return Optional.of("cancel");
    }
    String digit = code.getName().replace("Numpad ", "");
    boolean number = digit.length() == 1 && digit.charAt(0) >= '1' && digit.charAt(0) <= '9';
    return number
        ? Optional.of((asked == Asked.WHY ? "why-" : "paper-") + digit)
        : Optional.empty();
  }
}
