package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.Optional;
import vn.motcua.kiosk.desk.ScannedCode;

/**
 * What the pages of one room do. It knows no window; all methods belong to the thread of the
 * screen.
 */
public interface RoomModel {
  /** Whether {@code page} is one of this room. */
  boolean owns(Page page);

  /**
   * One step back from a page of this room.
   *
   * @return whether there is one; if not, the terminal goes home
   */
  boolean back(Page from);

  /**
   * A code was scanned that is of no use for looking up a dossier, or while a page of this room is
   * shown.
   *
   * @return whether it was of use here
   */
  default boolean scanned(ScannedCode code) {
    return false;
  }

  /** A character from a keyboard, on a page of this room; whether it was of use. */
  default boolean typed(char key) {
    return false;
  }

  /** Backspace on a page of this room; whether it was of use. */
  default boolean erased() {
    return false;
  }

  /** How long nobody need touch anything, if longer than usual. */
  default Optional<Duration> patience() {
    return Optional.empty();
  }

  /** The citizen leaves or goes home: everything that is known of this visit is forgotten. */
  void forget();

  /** After {@link #forget()}: what was shown now is another person's, who has not been here yet. */
  default void nextCitizen() {}

  /** The terminal is closed: nothing is listened to any more. */
  default void close() {}
}
