package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vn.motcua.kiosk.ui.kit.Timers;

/** What the terminal shows now, and who wants to know. A note goes by itself after a while. */
final class Shown {
  /** A note goes by itself after this. */
  static final Duration NOTE = Duration.ofSeconds(20);

  private final Timers timers;
  private final List<Consumer<CitizenState>> listeners = new ArrayList<>();
  private CitizenState state = CitizenState.REST;
  private Timers.Timer noteTime = () -> {};

  Shown(Timers timers) {
    this.timers = timers;
  }

  CitizenState state() {
    return state;
  }

  Page page() {
    return state.page();
  }

  void listen(Consumer<CitizenState> listener) {
    listeners.add(listener);
    listener.accept(state);
  }

  void page(Page next) {
    noteTime.cancel();
    show(state.page(next));
  }

  void note(Note note) {
    noteTime.cancel();
    show(state.note(Optional.of(note)));
    noteTime = timers.after(NOTE, this::closeNote);
  }

  void closeNote() {
    show(state.note(Optional.empty()));
  }

  void waiting(boolean now) {
    if (state.waiting() != now) {
      show(state.waiting(now));
    }
  }

  void countdown(OptionalInt seconds) {
    show(state.countdown(seconds));
  }

  void helpAsked(boolean now) {
    show(state.helpAsked(now));
  }

  void rest() {
    noteTime.cancel();
    show(CitizenState.REST);
  }

  private void show(CitizenState next) {
    if (!next.equals(state)) {
      state = next;
      List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
  }
}
