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
  private static final double NARROW = 860;
  private static final double WIDE = 1500;

  /** What fits without scrolling, also in the largest letters. */
  private static final int WIDE_ROWS = 4;

  private static final int HIGH_ROWS = 9;

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
    boolean wide = ground.landscape().getAsBoolean();
    boolean large = ground.look().textSize().get().factor() >= 2;
    int inRow = wide ? (large ? 3 : 4) : large ? 1 : 2;
    Region rows = LanguageButtons.rows(buttons, inRow);
    int count = (buttons.size() + inRow - 1) / inRow;
    if (count > (wide ? WIDE_ROWS : HIGH_ROWS)) {
      rows = Boxes.grow(new ScrollBody(rows, ground.say("kit.more"), ground.say("kit.top")));
    }
    Button keep =
        Buttons.icon(
            Icon.BACK, Buttons.secondary("languages-close", ground.say("languages.close"), close));
    VBox sheet =
        Boxes.column(
            "sheet", Words.of(ground.say("languages.title"), "title", "centred"), rows, keep);
    if (!wide) {
      sheet.getChildren().addFirst(Boxes.disc(Tone.BRAND, Icon.GLOBE));
    }
    sheet.setId("languages");
    sheet.setAlignment(Pos.CENTER);
    sheet.setMaxSize(wide ? WIDE : NARROW, Region.USE_PREF_SIZE);
    StackPane veil = new StackPane(sheet);
    veil.getStyleClass().add("veil");
    return veil;
  }
}
