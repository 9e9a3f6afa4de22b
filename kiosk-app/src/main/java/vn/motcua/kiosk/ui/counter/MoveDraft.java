package vn.motcua.kiosk.ui.counter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Move;

/** A move that an officer is about to make, with what it still needs. */
public final class MoveDraft {
  private final Move move;
  private final LocalDate after;
  private final StringProperty note = new SimpleStringProperty("");
  private final StringProperty papers = new SimpleStringProperty("");
  private final StringProperty newDate = new SimpleStringProperty("");
  private final StringProperty holder = new SimpleStringProperty("");
  private final BooleanBinding ready;

  /**
   * @param after a new date must be later than this: than today, and than the day promised before
   */
  MoveDraft(Move move, LocalDate after) {
    this.move = move;
    this.after = after;
    this.ready = Bindings.createBooleanBinding(this::complete, note, papers, newDate);
  }

  /** What is to be done. */
  public Move move() {
    return move;
  }

  /** The reason, or a note. */
  public StringProperty note() {
    return note;
  }

  /** For ASK_FOR_PAPERS: the names of the papers, one a line. */
  public StringProperty papers() {
    return papers;
  }

  /** For EXTEND: the new date as typed, {@code 27/11/2026}. */
  public StringProperty newDate() {
    return newDate;
  }

  /** For FORWARD: to whom; blank = the usual unit of the next stage. */
  public StringProperty holder() {
    return holder;
  }

  /** Whether names of papers are wanted. */
  public boolean wantsPapers() {
    return move == Move.ASK_FOR_PAPERS;
  }

  /** Whether a new date is wanted. */
  public boolean wantsDate() {
    return move == Move.EXTEND;
  }

  /** Whether it may be handed to somebody by name. */
  public boolean wantsHolder() {
    return move == Move.FORWARD;
  }

  /** Whether it cannot be done without a reason, because the citizen is owed one. */
  public boolean wantsReason() {
    return switch (move) {
      case EXTEND, STOP, REFUSE, ASK_FOR_PAPERS, POST_OUT, POST_BACK -> true;
      default -> false;
    };
  }

  /** Whether all that it needs is there. */
  public BooleanBinding ready() {
    return ready;
  }

  /** The date as typed, if it is late enough. */
  public Optional<LocalDate> date() {
    return PersonForm.day(newDate.get()).filter(day -> day.isAfter(after));
  }

  private boolean complete() {
    return (!wantsReason() || !note.get().isBlank())
        && (!wantsPapers() || !names().isEmpty())
        && (!wantsDate() || date().isPresent());
  }

  private List<String> names() {
    return Arrays.stream(papers.get().split("[\\n;]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  WorkDesk.Details details(String officer) {
    return new WorkDesk.Details(
        officer,
        wantsHolder() ? holder.get().strip() : "",
        note.get().strip(),
        wantsPapers() ? names() : List.of(),
        wantsDate() ? date() : Optional.empty());
  }
}
