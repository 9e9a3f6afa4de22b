package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.CodeSheets;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.ui.kit.Errands;

/**
 * Follows the pages that come out of the feeder: takes separator sheets out and lays the pages
 * behind them to the papers that they name. What they leave open is told. All of it can be taken
 * back, and then the sheets of that run are not obeyed again.
 */
public final class SheetSorter {
  /** The pages of one feeding, and what is known of their codes. */
  private static final class Run {
    private final int id;
    private final PaperLine line;
    private final boolean bothSides;
    private final List<Integer> numbers = new ArrayList<>();
    private final TreeMap<Integer, SplitPage> seen = new TreeMap<>();
    private int sorted;
    private boolean ended;
    private boolean overruled;

    Run(int id, PaperLine line, boolean bothSides) {
      this.id = id;
      this.line = line;
      this.bothSides = bothSides;
    }

    /** What is known from the first page on without a gap. */
    CodeSheets.Run known() {
      List<SplitPage> pages = new ArrayList<>();
      for (int number : numbers) {
        SplitPage page = seen.get(number);
        if (page == null) {
          break;
        }
        pages.add(page);
      }
      return new CodeSheets.Run(
          pages, line.required().name(), bothSides, ended && pages.size() == numbers.size());
    }
  }

  /** Names a doubt that an officer has settled. */
  private record Settled(int page, String code) {}

  private final PageSight sight;
  private final Errands errands;
  private final PageStrip strip;
  private final PageActions actions;
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
  private final ObservableList<CodeSheets.Doubt> doubts = FXCollections.observableArrayList();
  private final List<Run> runs = new ArrayList<>();
  private final Set<Integer> known = new HashSet<>();
  private final Set<Path> apart = new HashSet<>();
  private final Set<Settled> settled = new HashSet<>();
  private Optional<CodeSheets> checklist = Optional.empty();
  private List<PaperLine> papers = List.of();
  private Optional<Run> present = Optional.empty();
  private boolean editing;
  private int ids;
  private int turn;

  SheetSorter(PageSight sight, Errands errands, PageStrip strip, PageActions actions) {
    this.sight = sight;
    this.errands = errands;
    this.strip = strip;
    this.actions = actions;
    actions.onSheetsUndone(id ->
        runs.stream()
            .filter(run -> run.id == id)
            .forEach(run -> {
              run.overruled = true;
              tell();
            }));
    strip.all().subscribe(this::tell);
  }

  /** Whether codes are being looked for on pages that are there: they may still go elsewhere. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** What a person must decide, in the order of the pages. */
  public ObservableList<CodeSheets.Doubt> doubts() {
    return doubts;
  }

  /** The papers that a doubt's pages may be laid to. */
  public List<PaperLine> papers() {
    return papers.stream().filter(line -> line.required().scan()).toList();
  }

  /** The officer has seen to it. */
  public void settle(CodeSheets.Doubt doubt) {
    settled.add(new Settled(doubt.page(), doubt.fault().code()));
    tell();
  }

  /** The officer says where the pages of a doubt belong. */
  public void settle(CodeSheets.Doubt doubt, PaperLine line) {
    actions.assign(
        doubt.pages().stream().flatMap(page -> strip.find(page).stream()).toList(), line);
    settle(doubt);
  }

  /** From now on sheets name papers of this checklist. */
  void checklist(Procedure procedure, List<PaperLine> lines) {
    checklist = Optional.of(new CodeSheets(procedure));
    papers = List.copyOf(lines);
  }

  /**
   * Pages of {@code line} are going to come.
   *
   * @param sort false if somebody says of each page where it goes
   */
  void begin(PaperLine line, boolean bothSides, boolean sort) {
    present.ifPresent(run -> run.ended = true);
    present = sort ? Optional.of(new Run(++ids, line, bothSides)) : Optional.empty();
    present.ifPresent(runs::add);
  }

  /** A page that came by itself, and where a person said: no sheet binds it. */
  void apart(Path picture) {
    apart.add(picture);
  }

  /** Pages may have come. */
  void arrived(List<PilePage> listing) {
    for (PilePage page : listing) {
      if (known.add(page.number()) && page.isKept() && checklist.isPresent()) {
        Path picture = page.picture().orElseThrow().file();
        present
            .filter(_ -> !apart.contains(picture))
            .ifPresent(run -> look(run, page.number(), picture));
      }
    }
    check();
  }

  /**
   * The scanner has stopped.
   *
   * @param whole whether all of the paper went through
   */
  void ended(boolean whole) {
    present.ifPresent(run -> run.ended = whole);
    check();
  }

  private void look(Run run, int number, Path picture) {
    run.numbers.add(number);
    int mine = turn;
    errands.run(
        () -> sight.codes(picture, number),
        page -> seen(mine, run, page),
        unreadable -> seen(mine, run, new SplitPage(number, List.of(), false)));
  }

  private void seen(int mine, Run run, SplitPage page) {
    if (mine == turn) {
      run.seen.put(page.number(), page);
      check();
    }
  }

  /** Does what is known and not done yet, one step after the other. */
  private void check() {
    if (!editing) {
      runs.stream()
          .filter(run -> !run.overruled)
          .filter(run -> last(run.known()) > run.sorted)
          .findFirst()
          .ifPresent(this::sort);
    }
    looking.set(editing || runs.stream().anyMatch(run -> run.seen.size() < run.numbers.size()));
    tell();
  }

  private static int last(CodeSheets.Run run) {
    return run.pages().isEmpty() ? 0 : run.pages().getLast().number();
  }

  private void sort(Run run) {
    CodeSheets sheets = checklist.orElseThrow();
    CodeSheets.Run now = run.known();
    int after = run.sorted;
    run.sorted = last(now);
    boolean anySheet = now.pages().stream().anyMatch(page -> !page.codes().isEmpty());
    if (!anySheet) {
      check();
      return;
    }
    papers.forEach(strip::know);
    editing = true;
    int mine = turn;
    actions.bySheets(
        run.id,
        pile -> sheets.sort(now, pile, after).edits(),
        () -> {
          if (mine == turn) {
            editing = false;
            check();
          }
        });
  }

  private void tell() {
    List<CodeSheets.Doubt> open = new ArrayList<>();
    checklist.ifPresent(sheets ->
        runs.stream()
            .filter(run -> !run.overruled)
            .flatMap(run -> sheets.sort(run.known(), List.of(), 0).doubts().stream())
            .filter(this::isOpen)
            .forEach(open::add));
    if (!open.equals(doubts)) {
      doubts.setAll(open);
    }
  }

  private boolean isOpen(CodeSheets.Doubt doubt) {
    if (settled.contains(new Settled(doubt.page(), doubt.fault().code()))) {
      return false;
    }
    // A page that an officer took out raises no question; a separator still does.
    return strip
        .find(doubt.page())
        .flatMap(item -> item.page().removal())
        .filter(removal -> removal.reason() != RemovalReason.SEPARATOR)
        .isEmpty();
  }

  void clear() {
    turn++;
    runs.clear();
    known.clear();
    apart.clear();
    settled.clear();
    present = Optional.empty();
    editing = false;
    looking.set(false);
    doubts.clear();
  }
}
