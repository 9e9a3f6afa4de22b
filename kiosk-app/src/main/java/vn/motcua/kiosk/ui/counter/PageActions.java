package vn.motcua.kiosk.ui.counter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.desk.PageEdit;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;

/**
 * What an officer does with the pages that are there, and the way back. All of it is in the pile's
 * journal before the screen shows it; it may be done while pages are still coming.
 */
public final class PageActions {
  /** So many steps back. */
  private static final int STEPS = 200;

  private final ScanDesk desk;
  private final Errands errands;
  private final PageStrip strip;
  private final Supplier<Optional<ScanBatch>> batch;
  private final Supplier<String> officer;

  /**
   * A step that can be taken back.
   *
   * @param edits what takes it back, in that order
   * @param run the run of pages whose separator sheets did it; 0 if a person did
   */
  private record Step(List<PageEdit> edits, int run) {}

  private final Deque<Step> back = new ArrayDeque<>();
  private IntConsumer sheetsUndone = _ -> {};
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  PageActions(
      ScanDesk desk,
      Errands errands,
      PageStrip strip,
      Supplier<Optional<ScanBatch>> batch,
      Supplier<String> officer) {
    this.desk = desk;
    this.errands = errands;
    this.strip = strip;
    this.batch = batch;
    this.officer = officer;
  }

  /** Whether there is a step that can be taken back. */
  public ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  /** Why the last step could not be done; nothing was changed then. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Takes a page out; it stays in the strip, greyed. */
  public void remove(PageItem item, RemovalReason reason) {
    if (item.page().removal().isEmpty()) {
      run(List.of(new PageEdit.Remove(item.number(), reason)));
    }
  }

  /** Puts a page back where it was. */
  public void restore(PageItem item) {
    if (item.page().removal().isPresent()) {
      run(List.of(new PageEdit.Restore(item.number())));
    }
  }

  /** Moves a page by one place; nothing at the ends. */
  public void move(PageItem item, boolean towardsEnd) {
    int at = strip.all().indexOf(item);
    int beyond = towardsEnd ? at + 2 : at - 1;
    if (at < 0 || beyond < 0 || beyond > strip.all().size()) {
      return;
    }
    int before = beyond == strip.all().size() ? 0 : strip.all().get(beyond).number();
    run(List.of(new PageEdit.Move(item.number(), before)));
  }

  /** Lays a page to another paper. */
  public void assign(PageItem item, PaperLine line) {
    strip.know(line);
    if (item.line() != line) {
      run(List.of(new PageEdit.Assign(item.number(), line.required().name())));
    }
  }

  /** Lays several pages to one paper, as one step. */
  void assign(List<PageItem> items, PaperLine line) {
    strip.know(line);
    run(
        items.stream()
            .filter(item -> item.line() != line && item.page().removal().isEmpty())
            .<PageEdit>map(item -> new PageEdit.Assign(item.number(), line.required().name()))
            .toList());
  }

  /**
   * Does what separator sheets say. All that the sheets of one run did is one step back, unless a
   * person did something in between.
   *
   * @param run which run of pages, from 1
   * @param edits what is to be done with the pile as it is at that moment
   * @param ended called when it is done, or could not be
   */
  void bySheets(int run, Function<List<PilePage>, List<PageEdit>> edits, Runnable ended) {
    Optional<ScanBatch> into = batch.get();
    if (into.isEmpty()) {
      ended.run();
      return;
    }
    String who = officer.get();
    errands.run(
        () -> {
          List<PageEdit> now = edits.apply(into.get().listing());
          return now.isEmpty() ? now : desk.edit(into.get(), now, who);
        },
        undo -> {
          if (batch.get().equals(into) && !undo.isEmpty()) {
            push(undo, run);
            strip.show(into.get().listing());
          }
          ended.run();
        },
        why -> {
          if (batch.get().equals(into)) {
            fault.set(Optional.of(why));
          }
          ended.run();
        });
  }

  /** Told of the run whose sheets an officer overruled by taking the step back. */
  void onSheetsUndone(IntConsumer listener) {
    sheetsUndone = listener;
  }

  /** Whether {@link #note} would do something. */
  public boolean canNote(PageItem item) {
    return item.page().twin().isPresent() || (item.page().isKept() && twin(item).isPresent());
  }

  private Optional<PageItem> twin(PageItem item) {
    return strip.after(item).filter(next -> next.page().twin().isEmpty());
  }

  /**
   * Says that the page shows a sticky note and the next one the same page without it; or, if it was
   * said before, that it does not.
   */
  public void note(PageItem item) {
    if (item.page().twin().isPresent()) {
      run(List.of(new PageEdit.NoNote(item.number())));
    } else if (canNote(item)) {
      twin(item).ifPresent(next -> run(List.of(new PageEdit.Note(item.number(), next.number()))));
    }
  }

  /** Takes the last step back. */
  public void undo() {
    Optional.ofNullable(back.poll())
        .ifPresent(step -> {
          if (step.run() > 0) {
            sheetsUndone.accept(step.run());
          }
          run(step.edits(), false);
        });
    undoable.set(!back.isEmpty());
  }

  /** A page took the place of another: that can be taken back, too. */
  void replaced(int old, int by) {
    // The old one first: if the machine dies in between, there is one page more, never one less.
    push(List.of(new PageEdit.Restore(old), new PageEdit.Remove(by, RemovalReason.REPLACED)), 0);
  }

  void forget() {
    back.clear();
    undoable.set(false);
    fault.set(Optional.empty());
  }

  private void run(List<PageEdit> edits) {
    run(edits, true);
  }

  private void run(List<PageEdit> edits, boolean remember) {
    Optional<ScanBatch> into = batch.get();
    if (into.isEmpty() || edits.isEmpty()) {
      return;
    }
    fault.set(Optional.empty());
    String who = officer.get();
    errands.run(
        () -> desk.edit(into.get(), edits, who),
        undo -> {
          if (batch.get().equals(into)) {
            if (remember) {
              push(undo, 0);
            }
            strip.show(into.get().listing());
          }
        },
        why -> {
          if (batch.get().equals(into)) {
            fault.set(Optional.of(why));
            strip.show(into.get().listing());
          }
        });
  }

  private void push(List<PageEdit> undo, int run) {
    List<PageEdit> edits = new ArrayList<>(undo);
    Step last = back.peek();
    if (run > 0 && last != null && last.run() == run) {
      back.pop();
      edits.addAll(last.edits());
    }
    back.push(new Step(List.copyOf(edits), run));
    if (back.size() > STEPS) {
      back.removeLast();
    }
    undoable.set(true);
  }
}
