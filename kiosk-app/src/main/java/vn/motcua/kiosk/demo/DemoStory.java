package vn.motcua.kiosk.demo;

import static vn.motcua.kiosk.dossier.Move.ASK_FOR_PAPERS;
import static vn.motcua.kiosk.dossier.Move.ASK_FOR_PAYMENT;
import static vn.motcua.kiosk.dossier.Move.EXTEND;
import static vn.motcua.kiosk.dossier.Move.FINISH;
import static vn.motcua.kiosk.dossier.Move.FORWARD;
import static vn.motcua.kiosk.dossier.Move.HAND_OUT;
import static vn.motcua.kiosk.dossier.Move.REFUSE;
import static vn.motcua.kiosk.dossier.Move.RESUME;
import static vn.motcua.kiosk.dossier.Move.STOP;
import static vn.motcua.kiosk.dossier.Move.WITHDRAW;

import java.util.List;
import vn.motcua.kiosk.dossier.Move;

/** What happened to a demo dossier. Every step lies at least one working day back. */
enum DemoStory {
  /** Filed online, not accepted yet. */
  WAITING(1),
  REFUSED(3, step(2, REFUSE, "Thiếu chữ ký của cha hoặc mẹ trên tờ khai.")),
  ACCEPTED(1),
  APPRAISAL(1, step(1, FORWARD)),
  APPROVAL(1, step(1, FORWARD), step(1, FORWARD)),
  SIGNING(1, step(1, FORWARD), step(1, FORWARD), step(1, FORWARD)),
  /** The promised day has passed and nobody has said a word yet. */
  LATE(9, step(8, FORWARD)),
  APOLOGISED(
      10,
      step(9, FORWARD),
      step(7, FORWARD),
      step(1, EXTEND, "Phải xác minh thêm ở nơi cư trú cũ.")),
  PAPERS(5, step(4, FORWARD), step(3, ASK_FOR_PAPERS, "Mẫu 02")),
  PAYMENT(3, step(2, ASK_FOR_PAYMENT, "Lệ phí")),
  RESUMED(6, step(6, FORWARD), step(5, ASK_FOR_PAPERS, "Mẫu 02"), step(1, RESUME)),
  WITHDRAWN(4, step(3, WITHDRAW, "Người nộp xin rút để nộp lại sau.")),
  STOPPED(8, step(7, FORWARD), step(5, STOP, "Có tranh chấp đang chờ tòa án giải quyết.")),
  READY(4, step(4, FORWARD), step(3, FORWARD), step(2, FORWARD), step(1, FINISH)),
  RETURNED(
      12,
      step(12, FORWARD),
      step(11, FORWARD),
      step(11, FORWARD),
      step(10, FINISH),
      step(9, HAND_OUT, "Người nhận: người nộp hồ sơ"));

  /**
   * @param back working days before today
   * @param note a sentence, may be empty
   */
  record Step(int back, Move move, String note) {}

  /** The stories of the demo, in the order in which dossiers are made. */
  static final List<DemoStory> ALL =
      List.of(
          ACCEPTED,
          APPRAISAL,
          READY,
          APPROVAL,
          SIGNING,
          LATE,
          PAPERS,
          RETURNED,
          PAPERS,
          APOLOGISED,
          APPRAISAL,
          WAITING,
          ACCEPTED,
          APPRAISAL,
          READY,
          PAYMENT,
          APPROVAL,
          RETURNED,
          LATE,
          REFUSED,
          WITHDRAWN,
          STOPPED,
          RESUMED,
          SIGNING,
          READY,
          RETURNED,
          APOLOGISED,
          WAITING,
          PAYMENT,
          APPRAISAL,
          APPROVAL,
          READY,
          RETURNED,
          SIGNING,
          ACCEPTED,
          PAPERS,
          RETURNED,
          RESUMED,
          APPRAISAL,
          REFUSED);

  private final int received;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of records
  private final List<Step> steps;

  DemoStory(int received, Step... steps) {
    this.received = received;
    this.steps = List.of(steps);
  }

  /** Working days before today on which it was received. */
  int received() {
    return received;
  }

  List<Step> steps() {
    return steps;
  }

  private static Step step(int back, Move move) {
    return new Step(back, move, "");
  }

  private static Step step(int back, Move move, String note) {
    return new Step(back, move, note);
  }
}
