package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.CodeSheets;
import vn.motcua.kiosk.desk.SheetFault;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** What separator sheets and codes leave open, one after the other; the officer decides. */
final class SheetDoubts extends VBox {
  private final ScanModel scan;
  private final Texts texts;
  private final Runnable toPages;

  /**
   * @param toPages gives the keys to the pages: a question that is answered goes away with them
   */
  SheetDoubts(ScanModel scan, Texts texts, Runnable toPages) {
    this.toPages = toPages;
    this.scan = scan;
    this.texts = texts;
    scan.sheets().doubts().subscribe(this::draw);
  }

  private void draw() {
    getChildren().clear();
    scan.sheets().doubts().stream().findFirst().map(this::banner).ifPresent(getChildren()::add);
    Parts.show(this, !getChildren().isEmpty());
  }

  private Node banner(CodeSheets.Doubt doubt) {
    FaultSentence sentence = texts.fault(doubt.fault());
    int more = scan.sheets().doubts().size() - 1;
    String head = place(doubt) + sentence.what() + named(doubt);
    VBox said = new VBox(1, Words.of(head, "body", "medium"));
    if (!behindSheet(doubt)) {
      said.getChildren().add(Words.of(sentence.todo(), "body"));
    }
    FlowPane buttons = new FlowPane(8, 6);
    buttons.setRowValignment(javafx.geometry.VPos.CENTER);
    if (!doubt.pages().isEmpty()) {
      buttons.getChildren().add(papers(doubt));
    }
    buttons
        .getChildren()
        .addAll(
            Parts.small(
                "doubt-show",
                texts.get("doubt.show"),
                "",
                () -> scan.strip().selected().set(Optional.of(doubt.page()))),
            Parts.small(
                "doubt-seen",
                texts.get("doubt.seen"),
                "",
                () -> {
                  toPages.run();
                  scan.sheets().settle(doubt);
                }));
    if (more > 0) {
      buttons.getChildren().add(Words.of(texts.count("doubt.more", more), "note", "ink"));
    }
    VBox banner = Boxes.notice(Tone.WAIT, said, buttons);
    banner.setMinHeight(Region.USE_PREF_SIZE);
    banner.setId("sheet-doubt");
    return banner;
  }

  /** Pages that were taken out, as separators are, have no place to count. */
  private String place(CodeSheets.Doubt doubt) {
    return scan.strip()
        .find(doubt.page())
        .filter(item -> item.place() > 0)
        .map(item ->
            texts.get(behindSheet(doubt) ? "doubt.before" : "doubt.page", item.place()) + " ")
        .orElse("");
  }

  /** What is to be done says the button: the pages behind the sheet want a paper. */
  private static boolean behindSheet(CodeSheets.Doubt doubt) {
    return doubt.fault() instanceof SheetFault.UnknownPaper
        || doubt.fault() instanceof SheetFault.NoPaper;
  }

  private static String named(CodeSheets.Doubt doubt) {
    return switch (doubt.fault()) {
      case SheetFault.OtherDossier(String dossier) -> " " + dossier;
      case SheetFault.UnknownPaper(String paper) -> " “" + paper + "”";
      default -> "";
    };
  }

  private Node papers(CodeSheets.Doubt doubt) {
    MenuButton menu = new MenuButton(texts.count("doubt.lay", doubt.pages().size()));
    menu.setId("doubt-lay");
    menu.getStyleClass().addAll("touch", "secondary", "small");
    for (PaperLine line : scan.sheets().papers()) {
      MenuItem item = new MenuItem(line.required().name());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> {
        toPages.run();
        scan.sheets().settle(doubt, line);
      });
      menu.getItems().add(item);
    }
    return menu;
  }
}
