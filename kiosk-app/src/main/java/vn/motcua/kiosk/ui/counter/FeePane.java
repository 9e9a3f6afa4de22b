package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.FeeQuote;
import vn.motcua.kiosk.dossier.Fees;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The fee of a dossier that is being received: the sum, its reliefs, and why it is that much. */
final class FeePane extends VBox {
  private final FeeModel model;
  private final Texts texts;
  private final CounterWords words;
  private final VBox sum = new VBox(2);
  private final VBox count;
  private final VBox grounds = new VBox(4);
  private final Map<Relief.Ground, CheckBox> boxes = new EnumMap<>(Relief.Ground.class);

  FeePane(FeeModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setSpacing(8);
    TextField copies = new TextField();
    copies.setId("fee-count");
    copies.textProperty().bindBidirectional(model.count());
    count = Parts.labelled(texts.get("fee.count"), copies);
    getChildren().addAll(sum, count, grounds);
    model.counted().subscribe(counted -> Parts.show(count, counted));
    model.offered().subscribe(_ -> drawGrounds());
    model
        .ticked()
        .subscribe(now -> boxes.forEach((ground, box) -> box.setSelected(now.contains(ground))));
    model.quote().subscribe(quote -> sum.getChildren().setAll(lines(quote)));
  }

  private List<Node> lines(Optional<FeeQuote> quote) {
    List<Node> lines = new ArrayList<>();
    lines.add(Words.of(texts.get("fee.title"), "field-label"));
    var figure = Words.of(quote.map(now -> words.money(now.due())).orElse("–"), "figure");
    figure.setId("fee-due");
    lines.add(figure);
    if (quote.isEmpty()) {
      lines.add(Words.of(texts.get("fee.choose"), "note", "soft"));
      return lines;
    }
    for (Fees.Line line : quote.get().lines()) {
      if (line.count() > 1) {
        lines.add(
            Words.of(
                texts.get("fee.times", line.count(), words.money(line.rule().amount())),
                "note",
                "soft"));
      }
      line.relief()
          .ifPresent(relief ->
              lines.add(
                  Words.of(
                      texts.get(
                          "fee.relief",
                          words.money(line.full()),
                          relief.percent().orElse(0),
                          texts.get("ground." + relief.ground().name()),
                          relief.source()),
                      "note",
                      "soft")));
      for (Relief unknown : line.toCheck()) {
        lines.add(
            Words.of(
                texts.get(
                    "fee.check", texts.get("ground." + unknown.ground().name()), unknown.source()),
                "note",
                "soft"));
      }
    }
    if (model.ticked().get().size() > 1) {
      lines.add(Words.of(texts.get("fee.highest"), "note", "soft"));
    }
    boolean listed = quote.get().lines().stream().anyMatch(line -> line.full() > 0);
    if (quote.get().due() > 0) {
      lines.add(Words.of(texts.get("fee.atcounter"), "note", "soft"));
    } else if (!listed) {
      lines.add(Words.of(texts.get("fee.free"), "note", "soft"));
    }
    return lines;
  }

  private void drawGrounds() {
    grounds.getChildren().clear();
    boxes.clear();
    if (!model.offered().get().isEmpty()) {
      grounds.getChildren().add(Words.of(texts.get("fee.grounds"), "field-label"));
    }
    model.offered().get().stream()
        .sorted()
        .forEach(ground -> {
          CheckBox box = new CheckBox(texts.get("ground." + ground.name()));
          box.setId("ground-" + ground.name());
          box.setWrapText(true);
          box.setMinHeight(USE_PREF_SIZE);
          box.setSelected(model.ticked().get().contains(ground));
          box.selectedProperty().subscribe(has -> model.tick(ground, has));
          boxes.put(ground, box);
          grounds.getChildren().add(box);
        });
    Parts.show(grounds, !model.offered().get().isEmpty());
  }
}
