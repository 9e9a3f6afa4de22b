package vn.motcua.scanner.paper.simulated.escl;

import java.time.Instant;
import java.util.List;

/** The feeder with its pile, the glass with its page, and the way of the paper. Not thread-safe. */
final class PaperPath {
  private final Attendant attendant;
  private List<Pictures.Source> pile;
  private int drawn;
  private PathState state = PathState.CLEAR;
  private Instant changed = Instant.EPOCH;

  PaperPath(List<Pictures.Source> pile, Attendant attendant) {
    this.pile = List.copyOf(pile);
    this.attendant = attendant;
  }

  /** Another pile lies in the feeder, and its first page on the glass too. */
  void load(List<Pictures.Source> other) {
    pile = List.copyOf(other);
    drawn = 0;
  }

  void reload() {
    drawn = 0;
  }

  int left() {
    return pile.size() - drawn;
  }

  boolean nothingAnywhere() {
    return pile.isEmpty();
  }

  /** What lies on top of the feeder; it stays there until it is {@link #pass passed}. */
  Pictures.Source top() {
    return pile.get(drawn);
  }

  /** What lies on the glass. */
  Pictures.Source glass() {
    return pile.getFirst();
  }

  /** The picture on top was read and is out. */
  void pass() {
    drawn++;
  }

  /** What passed last lies on top again. */
  void back() {
    drawn--;
  }

  PathState state() {
    return state;
  }

  void block(PathState by, Instant now) {
    state = by;
    changed = now;
  }

  void clear() {
    state = PathState.CLEAR;
  }

  void jobEnded(Instant now) {
    changed = now;
  }

  /** What the attendant has done by now; {@code asked} if somebody wants a new job. */
  void attend(Instant now, boolean asked) {
    if (state != PathState.CLEAR) {
      if (attendant.clears(changed, now)) {
        state = PathState.CLEAR;
        changed = now;
      }
    } else if (attendant.refills(changed, now)
        || (asked && left() == 0 && attendant.refill().isPresent())) {
      drawn = 0;
    }
  }
}
