package vn.motcua.kiosk.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.dossier.RemovalReason;

/**
 * The order of a pile and what was decided about its pages, as it follows from its journal line by
 * line. Knows numbers only, no files. A page that was taken out keeps its place.
 */
final class PileOrder {
  private final List<Integer> order = new ArrayList<>();
  private final Map<Integer, Removal> removals = new HashMap<>();
  private final Map<Integer, Integer> twins = new HashMap<>();
  private final Map<Integer, String> papers = new HashMap<>();

  /** The same, to try something on. */
  PileOrder copy() {
    PileOrder same = new PileOrder();
    same.order.addAll(order);
    same.removals.putAll(removals);
    same.twins.putAll(twins);
    same.papers.putAll(papers);
    return same;
  }

  /** All page numbers, those that were taken out included. */
  List<Integer> numbers() {
    return List.copyOf(order);
  }

  boolean has(int page) {
    return papers.containsKey(page);
  }

  int size() {
    return order.size();
  }

  String paper(int page) {
    return papers.getOrDefault(page, "");
  }

  Optional<Removal> removal(int page) {
    return Optional.ofNullable(removals.get(page));
  }

  /**
   * The page that shows the same sheet without its note, as long as both are in the pile and of the
   * same paper; without it, the page is a page like any other and counts as one.
   */
  Optional<Integer> twin(int page) {
    return Optional.ofNullable(twins.get(page))
        .filter(twin -> has(twin) && removal(twin).isEmpty())
        .filter(twin -> paper(twin).equals(paper(page)));
  }

  /** A page came. One that is there already stays where it is. */
  void put(int page, String paper, PagePlace place, Instant at, String who) {
    if (has(page)) {
      return;
    }
    int target = place.target();
    boolean there = has(target);
    order.add(there ? order.indexOf(target) : order.size(), page);
    papers.put(page, paper);
    if (place instanceof PagePlace.InsteadOf && there && removal(target).isEmpty()) {
      removals.put(target, new Removal(RemovalReason.REPLACED, who, at, page));
      // The new picture shows the same sheet: with its note on, or as the twin without it.
      Optional.ofNullable(twins.remove(target)).ifPresent(twin -> twins.put(page, twin));
      twins.replaceAll((_, twin) -> twin == target ? page : twin);
    }
  }

  /** Whether {@code edit} makes sense now. */
  boolean fits(PageEdit edit) {
    int page = edit.page();
    if (!has(page)) {
      return false;
    }
    boolean out = removal(page).isPresent();
    return switch (edit) {
      case PageEdit.Remove _ -> !out;
      case PageEdit.Restore _ -> out;
      case PageEdit.Move(int moved, int before) -> before == 0 || (before != moved && has(before));
      case PageEdit.Assign _ -> true;
      case PageEdit.Note(int shown, int twin) ->
          shown != twin
              && !out
              && has(twin)
              && removal(twin).isEmpty()
              && twin(twin).isEmpty()
              && order.stream().noneMatch(other -> twin(other).equals(Optional.of(shown)));
      case PageEdit.NoNote _ -> twins.containsKey(page);
    };
  }

  /** What would undo {@code edit}, if it were done now; it fits. */
  PageEdit undo(PageEdit edit) {
    int page = edit.page();
    return switch (edit) {
      case PageEdit.Remove _ -> new PageEdit.Restore(page);
      case PageEdit.Restore _ ->
          new PageEdit.Remove(page, removal(page).map(Removal::reason).orElse(RemovalReason.WRONG));
      case PageEdit.Move _ -> {
        int next = order.indexOf(page) + 1;
        yield new PageEdit.Move(page, next < order.size() ? order.get(next) : 0);
      }
      case PageEdit.Assign _ -> new PageEdit.Assign(page, paper(page));
      case PageEdit.Note _, PageEdit.NoNote _ ->
          twin(page)
              .<PageEdit>map(twin -> new PageEdit.Note(page, twin))
              .orElseGet(() -> new PageEdit.NoNote(page));
    };
  }

  /** Does it; nothing if it does not fit (a line of the journal that it built on was spoilt). */
  void apply(PageEdit edit, Instant at, String who) {
    if (!fits(edit)) {
      return;
    }
    switch (edit) {
      case PageEdit.Remove(int page, RemovalReason reason) ->
          removals.put(page, new Removal(reason, who, at, 0));
      case PageEdit.Restore(int page) -> removals.remove(page);
      case PageEdit.Move(int page, int before) -> {
        order.remove(Integer.valueOf(page));
        order.add(before == 0 ? order.size() : order.indexOf(before), page);
      }
      case PageEdit.Assign(int page, String paper) -> papers.put(page, paper);
      case PageEdit.Note(int page, int twin) -> twins.put(page, twin);
      case PageEdit.NoNote(int page) -> twins.remove(page);
    }
  }
}
