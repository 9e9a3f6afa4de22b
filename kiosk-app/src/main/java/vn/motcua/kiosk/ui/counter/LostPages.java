package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Says which page is damaged or missing, and scans it again to its place. */
final class LostPages extends VBox {
  private final ScanModel scan;
  private final Texts texts;
  private final BiConsumer<PaperLine, PagePlace> scanTo;

  LostPages(ScanModel scan, Texts texts, BiConsumer<PaperLine, PagePlace> scanTo) {
    this.scan = scan;
    this.texts = texts;
    this.scanTo = scanTo;
    scan.strip().all().subscribe(this::draw);
    scan.running().subscribe(_ -> draw());
  }

  private void draw() {
    getChildren().clear();
    scan.strip().firstLost().map(this::banner).ifPresent(getChildren()::add);
    Parts.show(this, !getChildren().isEmpty());
  }

  private Node banner(PageItem item) {
    VBox said =
        new VBox(
            1,
            Words.of(
                texts.get("lost.what", item.place(), item.line().required().name()),
                "body",
                "medium"),
            Words.of(texts.get("lost.do"), "body"));
    Button rescan =
        Parts.small(
            "lost-rescan",
            texts.get("page.rescan"),
            "",
            () -> scanTo.accept(item.line(), new PagePlace.InsteadOf(item.number())));
    rescan.setDisable(scan.running().get().isPresent());
    Button look =
        Parts.small(
            "lost-show",
            texts.get("lost.show"),
            "",
            () -> scan.strip().selected().set(Optional.of(item.number())));
    // The buttons below the words: beside them, the names of papers would get half the width.
    VBox banner = Boxes.notice(Tone.WAIT, said, new HBox(8, rescan, look));
    banner.setMinHeight(Region.USE_PREF_SIZE);
    banner.setId("lost-page");
    return banner;
  }
}
