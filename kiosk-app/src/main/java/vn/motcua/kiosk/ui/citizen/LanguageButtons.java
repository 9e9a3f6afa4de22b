package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Texts;

/** A button for each language, by the name that its speakers know, never by a flag. */
final class LanguageButtons {
  private static final double GAP = 16;

  private LanguageButtons() {}

  /**
   * The button of one language.
   *
   * @param chosen called after the language has changed
   */
  static Button of(Ground ground, Texts.Language language, Runnable chosen) {
    String code = language.locale().toLanguageTag();
    Button button =
        Buttons.secondary(
            "language-" + code,
            language.name(),
            () -> {
              ground.model().touched();
              ground.texts().language().set(language.locale());
              chosen.run();
            });
    button.getStyleClass().add("language");
    boolean now = language.locale().equals(ground.texts().language().get());
    if (ground.speaks().test(language.locale())) {
      Buttons.icon(Icon.SPEAKER, button);
    } else if (now) {
      Buttons.icon(Icon.CHECK, button);
    }
    if (now) {
      button.getStyleClass().add("chosen");
    }
    return button;
  }

  /** Buttons in rows of at most {@code inRow}, as even as can be. */
  static Region rows(List<? extends Region> buttons, int inRow) {
    int count = (buttons.size() + inRow - 1) / inRow;
    if (count <= 1) {
      return Split.even(GAP, 0, buttons.toArray(Region[]::new));
    }
    var column = Boxes.column("languages");
    int each = (buttons.size() + count - 1) / count;
    for (int from = 0; from < buttons.size(); from += each) {
      List<Region> row =
          new ArrayList<>(buttons.subList(from, Math.min(from + each, buttons.size())));
      while (row.size() < each) {
        row.add(new Region());
      }
      column.getChildren().add(Split.even(GAP, 0, row.toArray(Region[]::new)));
    }
    return column;
  }
}
