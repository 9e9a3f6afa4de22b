package vn.motcua.kiosk.ui.counter;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.ui.kit.Icon;
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
    Node rescan =
        Parts.small(
            "lost-rescan",
            texts.get("page.rescan"),
            "",
            () -> scanTo.accept(item.line(), new PagePlace.InsteadOf(item.number())));
    rescan.setDisable(scan.running().get().isPresent());
    Node look =
        Parts.small(
            "lost-show",
            texts.get("lost.show"),
            "",
            () -> scan.strip().selected().set(java.util.Optional.of(item.number())));
    HBox banner = Parts.banner(Tone.WAIT, Icon.WARNING, said, new VBox(6, rescan, look));
    banner.setId("lost-page");
    return banner;
  }
}
