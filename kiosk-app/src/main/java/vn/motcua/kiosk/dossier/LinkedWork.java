package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vn.motcua.kiosk.dossier.LinkedPart.State;

/**
 * The parts of a dossier that several agencies do, in series (step after step) and in parallel (the
 * parts of one step). A step begins when the one before it is done as a whole; the dossier goes on
 * when all parts are done.
 *
 * @param parts in the order in which they are told
 */
public record LinkedWork(List<LinkedPart> parts) {
  /** Nobody else has a part in it. */
  public static final LinkedWork NONE = new LinkedWork(List.of());

  public LinkedWork {
    parts = List.copyOf(parts);
  }

  /** Begins the first step at {@code at}; does nothing to what has begun. */
  public LinkedWork begin(LocalDateTime at, WorkingCalendar calendar) {
    boolean begun = parts.stream().anyMatch(part -> part.state() != State.WAITING);
    return begun ? this : beginNext(parts, at, calendar);
  }

  /**
   * One part is done; if it was the last of its step, the next step begins.
   *
   * @throws IllegalArgumentException if that part does not run
   */
  public LinkedWork done(int part, LocalDateTime at, WorkingCalendar calendar) {
    LinkedPart old = in(part, State.RUNNING);
    List<LinkedPart> after = replace(part, old.in(State.DONE, old.due().orElseThrow(), at));
    boolean open =
        after.stream().anyMatch(it -> it.step() == old.step() && it.state() != State.DONE);
    return open ? new LinkedWork(after) : beginNext(after, at, calendar);
  }

  /**
   * The clock of one part stops.
   *
   * @throws IllegalArgumentException if that part does not run
   */
  public LinkedWork pause(int part, LocalDateTime at) {
    LinkedPart old = in(part, State.RUNNING);
    return new LinkedWork(replace(part, old.in(State.PAUSED, old.due().orElseThrow(), at)));
  }

  /**
   * The clock of one part goes on; what was left is added.
   *
   * @param why what stands beside the days of the pause
   * @throws IllegalArgumentException if that part is not paused
   */
  public LinkedWork resume(int part, LocalDateTime at, WorkingCalendar calendar, String why) {
    LinkedPart old = in(part, State.PAUSED);
    DueDate due =
        calendar.resume(old.due().orElseThrow(), old.since().orElseThrow(), at, why, old.limit());
    return new LinkedWork(replace(part, old.in(State.RUNNING, due, at)));
  }

  /** Whether every part is done; so it is where nobody has one. */
  public boolean joined() {
    return parts.stream().allMatch(part -> part.state() == State.DONE);
  }

  /** Whether no clock runs although work is left: every part that has begun waits for something. */
  public boolean stands() {
    boolean paused = parts.stream().anyMatch(part -> part.state() == State.PAUSED);
    return paused && parts.stream().noneMatch(part -> part.state() == State.RUNNING);
  }

  /** The agencies whose turn it is. */
  public List<String> holders() {
    return parts.stream()
        .filter(part -> part.state() == State.RUNNING || part.state() == State.PAUSED)
        .map(LinkedPart::agency)
        .distinct()
        .toList();
  }

  /**
   * By when all parts are done if each takes what it may take: within a step the slowest counts,
   * steps add up. Empty if nobody has a part in it.
   *
   * @param from when the first step begins, if it has not
   */
  public Optional<LocalDateTime> expected(LocalDateTime from, WorkingCalendar calendar) {
    LocalDateTime at = from;
    for (int step : new TreeSet<>(parts.stream().map(LinkedPart::step).toList())) {
      LocalDateTime begin = at;
      for (LinkedPart part : parts) {
        if (part.step() == step) {
          LocalDateTime end =
              switch (part.state()) {
                case DONE -> part.since().orElseThrow();
                case RUNNING, PAUSED -> part.due().orElseThrow().at();
                case WAITING -> calendar.due(begin, part.limit()).at();
              };
          at = end.isAfter(at) ? end : at;
        }
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(at);
  }

  private static LinkedWork beginNext(
      List<LinkedPart> parts, LocalDateTime at, WorkingCalendar calendar) {
    int next =
        parts.stream()
            .filter(part -> part.state() == State.WAITING)
            .mapToInt(LinkedPart::step)
            .min()
            .orElse(0);
    List<LinkedPart> after = new ArrayList<>();
    for (LinkedPart part : parts) {
      boolean begins = part.state() == State.WAITING && part.step() == next;
      after.add(begins ? part.in(State.RUNNING, calendar.due(at, part.limit()), at) : part);
    }
    return new LinkedWork(after);
  }

  private LinkedPart in(int part, State state) {
    if (part < 0 || part >= parts.size() || parts.get(part).state() != state) {
      throw new IllegalArgumentException("part " + part + " is not " + state);
    }
    return parts.get(part);
  }

  private List<LinkedPart> replace(int part, LinkedPart changed) {
    List<LinkedPart> after = new ArrayList<>(parts);
    after.set(part, changed);
    return after;
  }
}
