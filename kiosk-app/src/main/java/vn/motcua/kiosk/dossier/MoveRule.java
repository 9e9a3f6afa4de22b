package vn.motcua.kiosk.dossier;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * One row of the state table.
 *
 * @param move what is done
 * @param from where a dossier may stand before it
 * @param to where it stands afterwards
 * @param who may do it
 * @param form the number of the form that goes with it (TT 03/2025/TT-VPCP Phụ lục I, 1 to 7);
 *     empty if none does
 * @param clock what the clock does afterwards
 * @param when what the history must say
 * @param told key of the sentence that the citizen is told, in {@code told.properties}
 */
public record MoveRule(
    Move move,
    Set<Moves.Position> from,
    To to,
    Set<Role> who,
    OptionalInt form,
    Clock clock,
    When when,
    String told) {
  public MoveRule {
    from = Set.copyOf(from);
    who = Set.copyOf(who);
  }

  /** What the citizen is told, in that language; Vietnamese unless it is English. */
  public String sentence(Locale language) {
    return ResourceBundle.getBundle(
            "vn.motcua.kiosk.told",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(told);
  }

  /** What the clock does. */
  public enum Clock {
    /** It has not begun. */
    NOT_BEGUN,
    /** It runs. */
    RUNS,
    /** It stands still; what is left is added when it goes on. */
    STANDS,
    /** It has ended: the authority has done its part. */
    ENDED
  }

  /** What the history of a dossier must say for a move. */
  public enum When {
    ALWAYS,
    /** Papers are asked for once only. */
    PAPERS_NOT_ASKED,
    /** Form 05 was not issued: what it ends stays ended. */
    STOP_NOT_ISSUED,
    /** The result is to go by post and has not been handed to it. */
    TO_BE_POSTED,
    /** The result is with the post. */
    POSTED
  }

  /** Where a move leads. */
  public enum To {
    SAME,
    NEXT_STAGE,
    RUNNING,
    ACCEPTED,
    REFUSED,
    PAPERS_ASKED,
    PAYMENT_ASKED,
    STOPPED,
    WITHDRAWN,
    FINISHED,
    RETURNED;

    Moves.Position from(Moves.Position at) {
      Stage stage = at.stage();
      return switch (this) {
        case SAME -> at;
        case NEXT_STAGE -> new Moves.Position(stage.next(), PortalStatus.PROCESSING);
        case RUNNING ->
            new Moves.Position(
                stage, stage == Stage.RECEPTION ? PortalStatus.ACCEPTED : PortalStatus.PROCESSING);
        case ACCEPTED -> new Moves.Position(Stage.RECEPTION, PortalStatus.ACCEPTED);
        case REFUSED -> new Moves.Position(stage, PortalStatus.REFUSED);
        case PAPERS_ASKED -> new Moves.Position(stage, PortalStatus.SUPPLEMENT_REQUESTED);
        case PAYMENT_ASKED -> new Moves.Position(stage, PortalStatus.PAYMENT_REQUESTED);
        case STOPPED -> new Moves.Position(stage, PortalStatus.STOPPED);
        case WITHDRAWN -> new Moves.Position(stage, PortalStatus.WITHDRAWN);
        case FINISHED -> new Moves.Position(Stage.RETURN, PortalStatus.FINISHED);
        case RETURNED -> new Moves.Position(Stage.RETURN, PortalStatus.RETURNED);
      };
    }
  }
}
