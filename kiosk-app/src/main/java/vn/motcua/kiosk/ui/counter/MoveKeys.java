package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.motcua.kiosk.dossier.Move;

/** Which key begins which move, always the same, and in which order the moves are offered. */
enum MoveKeys {
  HAND_OUT(Move.HAND_OUT, KeyCode.F4, false),
  FORWARD(Move.FORWARD, KeyCode.F4, false),
  FINISH(Move.FINISH, KeyCode.F9, false),
  RECEIVE(Move.RECEIVE, KeyCode.F4, false),
  RESUME(Move.RESUME, KeyCode.F7, false),
  ASK_FOR_PAPERS(Move.ASK_FOR_PAPERS, KeyCode.F6, false),
  ASK_FOR_PAYMENT(Move.ASK_FOR_PAYMENT, KeyCode.F6, true),
  EXTEND(Move.EXTEND, KeyCode.F8, false),
  STOP(Move.STOP, KeyCode.F8, true),
  REFUSE(Move.REFUSE, KeyCode.F9, true),
  ISSUE_STOP(Move.ISSUE_STOP, KeyCode.F8, false),
  POST_OUT(Move.POST_OUT, KeyCode.F6, false),
  POST_BACK(Move.POST_BACK, KeyCode.F7, false),
  WITHDRAW(Move.WITHDRAW, KeyCode.F7, true);

  private final Move move;
  private final KeyCode key;
  private final boolean shift;

  MoveKeys(Move move, KeyCode key, boolean shift) {
    this.move = move;
    this.key = key;
    this.shift = shift;
  }

  Move move() {
    return move;
  }

  /** What stands on the key cap. */
  String cap() {
    return (shift ? "⇧ " : "") + key.getName();
  }

  /** The moves of {@code event}'s key; one of them at most is allowed at a time. */
  static List<Move> of(KeyEvent event) {
    return List.of(values()).stream()
        .filter(it -> it.key == event.getCode() && it.shift == event.isShiftDown())
        .map(MoveKeys::move)
        .toList();
  }

  static Optional<MoveKeys> of(Move move) {
    return List.of(values()).stream().filter(it -> it.move == move).findFirst();
  }
}
