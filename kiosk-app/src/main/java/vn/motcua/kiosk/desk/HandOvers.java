package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Originals;

/** Makes the rows of the custody ledger out of what happens to a dossier. */
final class HandOvers {
  private static final String CITIZEN = "Người nộp hồ sơ";

  private HandOvers() {}

  /** The citizen gives the papers; the officer at the counter has counted them. */
  static Custody received(Dossier dossier, String officer) {
    return new Custody(
        1,
        dossier.received(),
        CITIZEN + " · " + dossier.applicant().name(),
        dossier.holder(),
        dossier.pages(),
        dossier.originals(),
        place(dossier),
        Optional.of(new Custody.Confirmation(dossier.received(), officer, dossier.pages())));
  }

  /**
   * From one holder to the next; empty if it stays where it is.
   *
   * @param before what the ledger says so far
   * @param taker who took it at an end, as identified at the counter; may be empty
   */
  static Optional<Custody> moved(
      List<Custody> before,
      Dossier from,
      Dossier to,
      LocalDateTime at,
      String officer,
      String taker) {
    if (from.holder().equals(to.holder()) && from.originals() == to.originals()) {
      return Optional.empty();
    }
    boolean end = Moves.isEnd(to.status());
    String receiver = end && !taker.isBlank() ? to.holder() + " · " + taker.strip() : to.holder();
    // A citizen signs on paper; the officer who gave it stands for that, and is named with it.
    String who = taker.isBlank() ? to.holder() : taker.strip();
    String seen = officer.isBlank() ? who : who + " (" + officer + " giao)";
    Optional<Custody.Confirmation> confirmed =
        end ? Optional.of(new Custody.Confirmation(at, seen, to.pages())) : Optional.empty();
    return Optional.of(
        new Custody(
            before.size() + 1,
            at,
            from.holder(),
            receiver,
            to.pages(),
            to.originals(),
            place(to),
            confirmed));
  }

  private static String place(Dossier dossier) {
    return switch (dossier.originals()) {
      case NONE -> "";
      case HELD -> dossier.holder();
      case GIVEN_BACK -> CITIZEN;
    };
  }

  /** Where the originals are, as the newest hand-over says. */
  static Optional<String> whereabouts(List<Custody> ledger) {
    return ledger.isEmpty() || ledger.getLast().originals() == Originals.NONE
        ? Optional.empty()
        : Optional.of(ledger.getLast().place());
  }
}
