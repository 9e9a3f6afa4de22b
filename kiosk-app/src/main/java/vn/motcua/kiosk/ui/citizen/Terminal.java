package vn.motcua.kiosk.ui.citizen;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.scanner.Fault;

/**
 * What a room may do with the terminal that it stands in. Everything belongs to the thread of the
 * screen and returns at once.
 */
public interface Terminal {
  /** What the counter calls this terminal. */
  String name();

  /** What is shown now. */
  CitizenState state();

  /** Somebody is there: the time without a touch begins anew. */
  void touched();

  /** Shows {@code next}; a note that stands beside the old page goes. */
  void page(Page next);

  /** A calm sentence beside the page; it goes by itself. */
  void note(Note note);

  /** Shows what went wrong, on a page of its own with the obvious next step. */
  void help(Fault fault);

  /**
   * Asks a desk, away from the screen's thread; the one who asked before gets no answer any more.
   * What is thrown becomes a page of help.
   *
   * @param answer gets the answer on the screen's thread, unless the citizen has gone on or left
   */
  <T> void ask(Callable<T> question, Consumer<T> answer);

  /** Does something for which nobody waits, away from the screen's thread. */
  void aside(Runnable action);

  /** Has a card read; {@code taker} gets whom the chip names, however far that is proven. */
  void readCard(Consumer<Citizen> taker);

  /** Who is spoken to, as far as it is known. */
  Visitor visitor();

  /** Whose card was read in this visit. */
  Optional<Citizen> citizen();

  /** Back to the beginning; what was known of the citizen is forgotten. */
  void home();
}
