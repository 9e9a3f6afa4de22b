package vn.motcua.kiosk.ui.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/** The pictograms. They always stand beside words. Size and colour come from the style sheet. */
public enum Icon {
  SPEAKER(Feather.VOLUME_2),
  LETTERS(Feather.TYPE),
  CONTRAST("contrast-icon"),
  LOWER(Feather.DOWNLOAD),
  PERSON(Feather.USER),
  PAPER(Feather.FILE_TEXT),
  ID_CARD("id-card-icon"),
  SEARCH(Feather.SEARCH),
  SHIELD(Feather.SHIELD),
  CHECK(Feather.CHECK),
  CLOCK(Feather.CLOCK),
  WARNING(Feather.ALERT_TRIANGLE),
  NOTE(Feather.ALERT_CIRCLE),
  INFO(Feather.INFO),
  PAUSE(Feather.PAUSE_CIRCLE),
  BACK(Feather.CHEVRON_LEFT),
  NEXT(Feather.CHEVRON_RIGHT),
  DOWN(Feather.CHEVRON_DOWN),
  UP(Feather.CHEVRON_UP),
  PRINTER(Feather.PRINTER),
  FOLDER(Feather.FOLDER),
  EYE(Feather.EYE),
  ERASE(Feather.DELETE),
  CLOSE(Feather.X),
  RECEIVE(Feather.LOG_IN),
  LIST(Feather.LIST),
  SCAN(Feather.MAXIMIZE),
  BELL(Feather.BELL),
  CHART(Feather.BAR_CHART_2),
  SETTINGS(Feather.SETTINGS),
  BOOK(Feather.BOOK),
  CAMERA(Feather.CAMERA),
  QR_CODE(Feather.GRID),
  TOOL(Feather.TOOL),
  ACTIVITY(Feather.ACTIVITY),
  REFRESH(Feather.REFRESH_CW),
  PLUS(Feather.PLUS),
  MINUS(Feather.MINUS),
  TRASH(Feather.TRASH_2),
  ROTATE(Feather.ROTATE_CW),
  EDIT(Feather.EDIT_2),
  PHONE(Feather.PHONE),
  HOME(Feather.HOME),
  LEAVE(Feather.LOG_OUT),
  MONEY(Feather.CREDIT_CARD),
  CALENDAR(Feather.CALENDAR),
  SEND(Feather.SEND),
  STOP(Feather.SLASH),
  GLOBE(Feather.GLOBE),
  MICROPHONE(Feather.MIC),
  HEADPHONES(Feather.HEADPHONES),
  SQUARE(Feather.SQUARE),
  HEART(Feather.HEART),
  SMILE(Feather.SMILE),
  DUSK(Feather.SUNSET),
  COPY(Feather.COPY),
  MAP(Feather.MAP),
  SHOP(Feather.SHOPPING_BAG),
  LIFEBUOY(Feather.LIFE_BUOY),
  PLAY(Feather.PLAY_CIRCLE);

  private final Optional<Feather> glyph;
  private final String shape;

  Icon(Feather glyph) {
    this.glyph = Optional.of(glyph);
    this.shape = "";
  }

  Icon(String shape) {
    this.glyph = Optional.empty();
    this.shape = shape;
  }

  /** A new node that shows it, as large as the style sheet says for where it stands. */
  public Node node() {
    if (glyph.isPresent()) {
      // Not a FontIcon: that fixes its size in pixels, and ours follows the letters around it.
      Text icon = new Text(Character.toString(glyph.get().getCode()));
      icon.getStyleClass().add("icon");
      return icon;
    }
    Region region = new Region();
    region.getStyleClass().addAll("icon-shape", shape);
    return region;
  }
}
