package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;

/**
 * A thing that happened to a dossier; never changed afterwards.
 *
 * @param number 1 for the first event of the dossier
 * @param at when
 * @param move what was done
 * @param stage the stage afterwards
 * @param status the status afterwards
 * @param actor who did it
 * @param holder who has the dossier afterwards
 * @param note a sentence, may be empty
 */
public record DossierEvent(
    int number,
    LocalDateTime at,
    Move move,
    Stage stage,
    PortalStatus status,
    String actor,
    String holder,
    String note) {}
