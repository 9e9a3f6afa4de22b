package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.ui.kit.Errands;

/**
 * The pages of the pile as they are shown: in order, with those that were taken out or lost. Counts
 * the pages of each paper, and proposes blank ones.
 */
public final class PageStrip {
  private final Errands errands;
  private final BlankJudge judge;
  private final ObservableList<PageItem> all = FXCollections.observableArrayList();
  private final ObservableList<PageItem> kept = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Integer>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper lacking = new ReadOnlyBooleanWrapper(false);
  private final Map<String, PaperLine> lines = new LinkedHashMap<>();
  private final Set<Integer> asked = new HashSet<>();
  private final Set<Integer> blank = new HashSet<>();

  /** One picture after the other: a pile that is taken up again has hundreds at once. */
  private final Semaphore judging = new Semaphore(1, true);

  private List<PilePage> shown = List.of();
  private boolean proposing = true;
  private int turn;

  PageStrip(Errands errands, BlankJudge judge) {
    this.errands = errands;
    this.judge = judge;
  }

  /** All places, in order. */
  public ObservableList<PageItem> all() {
    return all;
  }

  /** The pages that go into the dossier, in order. */
  public ObservableList<PageItem> kept() {
    return kept;
  }

  /** The number of the page that an officer works on. */
  public ObjectProperty<Optional<Integer>> selected() {
    return selected;
  }

  /** The page that an officer works on. */
  public Optional<PageItem> selectedItem() {
    return selected.get().flatMap(this::find);
  }

  /** Whether a page is damaged or missing and nobody replaced it or took it out. */
  public ReadOnlyBooleanProperty lacking() {
    return lacking.getReadOnlyProperty();
  }

  /** The first page that is damaged or missing. */
  public Optional<PageItem> firstLost() {
    return all.stream().filter(item -> item.page().isLost()).findFirst();
  }

  /** The page of that number. */
  public Optional<PageItem> find(int number) {
    return all.stream().filter(item -> item.number() == number).findFirst();
  }

  /** The next kept page of the same paper: what can be the twin of one with a sticky note. */
  Optional<PageItem> after(PageItem item) {
    int at = kept.indexOf(item);
    return at < 0 || at + 1 >= kept.size()
        ? Optional.empty()
        : Optional.of(kept.get(at + 1)).filter(next -> next.line() == item.line());
  }

  /** From now on pages of that paper may come. */
  void know(PaperLine line) {
    lines.putIfAbsent(line.required().name(), line);
  }

  /** Whether pages that come are looked at for being blank. */
  void propose(boolean wanted) {
    proposing = wanted;
  }

  /** The officer looked: it is not blank, or shall stay. */
  public void keepBlank(PageItem item) {
    blank.remove(item.number());
    show(shown);
  }

  /** Shows the pile as it is now. */
  void show(List<PilePage> pile) {
    shown = pile;
    List<PageItem> items = new ArrayList<>();
    int place = 0;
    for (PilePage page : pile) {
      boolean counts = page.removal().isEmpty();
      items.add(
          new PageItem(
              page,
              counts ? ++place : 0,
              line(page),
              page.isKept() && blank.contains(page.number())));
    }
    change(all, items);
    change(kept, items.stream().filter(item -> item.page().isKept()).toList());
    lacking.set(items.stream().anyMatch(item -> item.page().isLost()));
    for (PaperLine line : lines.values()) {
      line.scanned(
          (int)
              kept.stream()
                  .filter(item -> item.line() == line && item.page().twin().isEmpty())
                  .count());
    }
    if (selected.get().isPresent() && selectedItem().isEmpty()) {
      selected.set(Optional.empty());
    }
    kept.forEach(this::judge);
  }

  private PaperLine line(PilePage page) {
    PaperLine known = lines.get(page.paper());
    return known == null ? lines.values().iterator().next() : known;
  }

  private void judge(PageItem item) {
    if (judge == BlankJudge.NEVER || !asked.add(item.number()) || !proposing) {
      return;
    }
    int mine = turn;
    errands.run(
        () -> {
          judging.acquire();
          try {
            return judge.looksBlank(item.picture().orElseThrow());
          } finally {
            judging.release();
          }
        },
        yes -> {
          if (mine == turn && yes && blank.add(item.number())) {
            show(shown);
          }
        },
        unreadable -> {}); // said where the page is shown
  }

  void clear() {
    turn++;
    lines.values().forEach(line -> line.scanned(0));
    lines.clear();
    asked.clear();
    blank.clear();
    shown = List.of();
    proposing = true;
    all.clear();
    kept.clear();
    lacking.set(false);
    selected.set(Optional.empty());
  }

  /** Changes only what differs, so that what is on the screen stays there. */
  private static void change(ObservableList<PageItem> list, List<PageItem> now) {
    int from = 0;
    int shorter = Math.min(list.size(), now.size());
    while (from < shorter && list.get(from).equals(now.get(from))) {
      from++;
    }
    int tail = 0;
    while (tail < shorter - from
        && list.get(list.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    int middle = list.size() - tail;
    List<PageItem> fresh = now.subList(from, now.size() - tail);
    if (fresh.size() == middle - from) {
      for (int i = 0; i < fresh.size(); i++) {
        list.set(from + i, fresh.get(i));
      }
    } else {
      list.remove(from, middle);
      list.addAll(from, fresh);
    }
  }
}
