package vn.motcua.kiosk.ui.citizen;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that the terminal shows at one moment.
 *
 * @param page the question or answer
 * @param note a sentence beside it
 * @param waiting whether something takes longer than a moment
 * @param countdown seconds until everything is wiped, if nobody touches the screen
 * @param helpAsked whether staff were called and have not answered yet
 */
public record CitizenState(
    Page page, Optional<Note> note, boolean waiting, OptionalInt countdown, boolean helpAsked) {
  /** At rest. */
  public static final CitizenState REST =
      new CitizenState(new Page.Home(), Optional.empty(), false, OptionalInt.empty(), false);

  CitizenState page(Page next) {
    return new CitizenState(next, Optional.empty(), waiting, countdown, helpAsked);
  }

  CitizenState note(Optional<Note> next) {
    return new CitizenState(page, next, waiting, countdown, helpAsked);
  }

  CitizenState waiting(boolean next) {
    return new CitizenState(page, note, next, countdown, helpAsked);
  }

  CitizenState countdown(OptionalInt next) {
    return new CitizenState(page, note, waiting, next, helpAsked);
  }

  CitizenState helpAsked(boolean next) {
    return new CitizenState(page, note, waiting, countdown, next);
  }
}
