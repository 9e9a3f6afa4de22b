package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.ScrollBody;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Lies over the page and asks for the language; the page under it stays as it is. */
final class LanguageSheet {
  private static final double WIDTH = 860;
  private static final double ROW = 132;

  private LanguageSheet() {}

  /**
   * The sheet on its veil.
   *
   * @param chosen called after a language was chosen
   * @param close nothing was chosen
   */
  static Region of(Ground ground, Runnable chosen, Runnable close) {
    List<Button> buttons = new ArrayList<>();
    for (Texts.Language language : ground.texts().languages()) {
      buttons.add(LanguageButtons.of(ground, language, chosen));
    }
    int inRow = ground.look().textSize().get().factor() < 2 ? 2 : 1;
    Region rows = LanguageButtons.rows(buttons, inRow);
    Region scroll = new ScrollBody(rows, ground.say("kit.more"), ground.say("kit.top"));
    int count = (buttons.size() + inRow - 1) / inRow;
    scroll.setPrefHeight(count * ROW * Math.max(1, ground.look().textSize().get().factor() * 0.8));
    VBox.setVgrow(scroll, javafx.scene.layout.Priority.SOMETIMES);
    Button keep =
        Buttons.icon(
            Icon.BACK, Buttons.secondary("languages-close", ground.say("languages.close"), close));
    VBox sheet =
        Boxes.column(
            "sheet",
            Boxes.disc(Tone.BRAND, Icon.GLOBE),
            Words.of(ground.say("languages.title"), "title", "centred"),
            scroll,
            keep);
    sheet.setId("languages");
    sheet.setAlignment(Pos.CENTER);
    sheet.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    StackPane veil = new StackPane(sheet);
    veil.getStyleClass().add("veil");
    return veil;
  }
}
