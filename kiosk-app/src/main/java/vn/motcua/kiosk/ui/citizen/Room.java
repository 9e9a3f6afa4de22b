package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import vn.motcua.kiosk.ui.kit.Icon;

/** How a room looks: its pages, and the doors to it on the first page. */
public interface Room {
  /**
   * A door on the first page.
   *
   * @param id of the button
   * @param icon beside the words
   * @param key of the words in the room's bundle
   * @param open leads in
   */
  record Door(String id, Icon icon, String key, Runnable open) {}

  /** What its pages do. */
  RoomModel model();

  /** How {@code page}, one of this room, is shown. */
  PageView view(RoomPage page);

  /** The doors to this room; may be none. */
  List<Door> doors();

  /** What this room tells on the first page, over its doors; made anew with the page. */
  default Optional<Region> strip() {
    return Optional.empty();
  }

  /** What this room adds under a dossier; made anew with the page. */
  default Optional<Region> beside(Page.OneDossier page) {
    return Optional.empty();
  }

  /** Staff ask for what only they know: the emblem was held, or F9 pressed. */
  default void staff() {}

  /** Stands over every page, if there is something to be said on each. */
  default Optional<Region> band() {
    return Optional.empty();
  }

  /** Calls {@code changed} whenever {@link #band} would give something else. */
  default void onBand(Runnable changed) {}
}
