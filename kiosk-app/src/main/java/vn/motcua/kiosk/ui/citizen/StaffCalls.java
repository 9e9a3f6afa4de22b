package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.ui.kit.Background;

/** What the citizen wants of an officer, and what became of it. */
final class StaffCalls {
  private final Shown shown;
  private final CallDesk calls;
  private final String terminal;
  private final Background background;
  private final Questions questions;
  private boolean helpSeen;
  private int asking;
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  StaffCalls(
      Shown shown, CallDesk calls, String terminal, Background background, Questions questions) {
    this.shown = shown;
    this.calls = calls;
    this.terminal = terminal;
    this.background = background;
    this.questions = questions;
  }

  /** Listens until what it gives is run. */
  Runnable listen() {
    return calls.listen(open -> background.onScreen(() -> changed(open)));
  }

  /** Staff are called. */
  void help() {
    if (shown.state().helpAsked()) {
      return;
    }
    shown.helpAsked(true);
    shown.note(new Note.Said("note.called"));
    inOrder(() -> calls.help(terminal));
  }

  /**
   * An officer is asked to compare card and person.
   *
   * @param answer gets the officer's name, or nothing if it was declined
   */
  void confirm(Citizen person, Consumer<Optional<String>> answer) {
    asking++;
    int mine = asking;
    inOrder(() -> {
      var _ =
          calls
              .confirm(terminal, person)
              .whenComplete((officer, _) ->
                  background.onScreen(() -> {
                    if (mine == asking) {
                      answer.accept(Optional.ofNullable(officer));
                    }
                  }));
    });
  }

  /** An officer who was asked to compare need not come any more. */
  void stopConfirming() {
    if (isConfirming(shown.page())) {
      withdraw();
    }
  }

  /** Nobody need come any more. */
  void withdraw() {
    asking++;
    helpSeen = false;
    shown.helpAsked(false);
    inOrder(() -> calls.withdraw(terminal));
  }

  /** A call that is withdrawn at once must not reach the counter after its withdrawal. */
  private void inOrder(Runnable order) {
    orders.add(order);
    questions.aside(() -> {
      turn.lock();
      try {
        orders.remove().run();
      } finally {
        turn.unlock();
      }
    });
  }

  static boolean isConfirming(Page page) {
    return page instanceof Page.NeedsMore(_, _, Page.NeedsMore.Asking how)
        && how == Page.NeedsMore.Asking.ASKED;
  }

  private void changed(List<CallDesk.Call> open) {
    boolean stillOpen =
        open.stream()
            .anyMatch(
                call -> call instanceof CallDesk.Call.Help && call.terminal().equals(terminal));
    if (helpSeen && !stillOpen && shown.state().helpAsked()) {
      shown.helpAsked(false);
      shown.note(new Note.Said("note.staffComing"));
    }
    helpSeen = stillOpen;
  }
}
