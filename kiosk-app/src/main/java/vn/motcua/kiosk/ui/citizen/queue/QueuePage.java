package vn.motcua.kiosk.ui.citizen.queue;

import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.ui.citizen.RoomPage;
import vn.motcua.scanner.Fault;

/** What this room shows. */
public sealed interface QueuePage extends RoomPage {
  /**
   * What the number is for.
   *
   * @param priority who goes first, if the person has said so
   */
  record Choose(TicketPriority priority) implements QueuePage {}

  /** Who goes before others; reached only by who asks for it. */
  record Priority() implements QueuePage {}

  /**
   * The number.
   *
   * @param taken the number and who is before it
   * @param slip what became of its slip
   */
  record Number(QueueDesk.Taken taken, Slip slip) implements QueuePage {}

  /** What became of a slip. */
  sealed interface Slip {
    /** It is being printed. */
    record Printing() implements Slip {}

    /** The paper is out. */
    record Printed() implements Slip {}

    /**
     * There is no paper: the number is to be remembered.
     *
     * @param fault why
     */
    record NotPrinted(Fault fault) implements Slip {}
  }

  /**
   * How was it?
   *
   * @param code of the returned dossier; never shown
   * @param face what was chosen; empty until then
   * @param reasons what was chosen beside it
   */
  record Rate(DossierCode code, Optional<Rating.Face> face, Set<Rating.Reason> reasons)
      implements QueuePage {
    public Rate {
      reasons = Set.copyOf(reasons);
    }

    /** Never the code: this may land in a log. */
    @Override
    public String toString() {
      return "Rate[…]";
    }
  }

  /** Thanks for it. */
  record Thanks() implements QueuePage {}
}
