package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.ui.kit.Errands;

/** Calls from the terminals, oldest first, until an officer answers them. */
public final class CallsModel {
  private final CallDesk desk;
  private final Supplier<String> officer;
  private final ObservableList<CallDesk.Call> open = FXCollections.observableArrayList();
  private final Runnable unlisten;

  CallsModel(CallDesk desk, Errands errands, Supplier<String> officer) {
    this.desk = desk;
    this.officer = officer;
    open.setAll(desk.open());
    unlisten =
        desk.listen(calls -> {
          List<CallDesk.Call> now = List.copyOf(calls);
          errands.onScreen(() -> open.setAll(now));
        });
  }

  /** The calls that stand open. */
  public ObservableList<CallDesk.Call> open() {
    return open;
  }

  /** Answers the oldest call; for a card that is to be compared, {@code accepted} decides. */
  public void answer(boolean accepted) {
    if (open.isEmpty()) {
      return;
    }
    CallDesk.Call oldest = open.getFirst();
    if (accepted || oldest instanceof CallDesk.Call.ConfirmCard) {
      desk.answer(oldest, officer.get(), accepted);
    }
  }

  /**
   * A key was pressed for the oldest call. That a card and a person belong together is said with
   * {@code deliberate} only: a key meant for a call that is just gone must not confirm somebody.
   */
  public void answerByKey(boolean accepted, boolean deliberate) {
    boolean identity = !open.isEmpty() && open.getFirst() instanceof CallDesk.Call.ConfirmCard;
    if (!(identity && accepted) || deliberate) {
      answer(accepted);
    }
  }

  void close() {
    unlisten.run();
  }
}
