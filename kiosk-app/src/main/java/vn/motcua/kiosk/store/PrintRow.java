package vn.motcua.kiosk.store;

import java.time.LocalDateTime;
import java.util.OptionalInt;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * Something to be printed, and what became of it.
 *
 * @param id its number in the queue
 * @param dossier to which it belongs
 * @param file where it is kept
 * @param title what it is, without a person's name
 * @param token the name under which the printer knows the job
 * @param reprint 0 for the first print, 1 for the first reprint, …
 * @param state how far it is
 * @param remote the printer's own id of the job, if it gave one
 * @param fault the code of what it waits for; empty if nothing is wrong
 * @param officer who ordered it
 * @param queued when it was ordered
 */
public record PrintRow(
    long id,
    DossierCode dossier,
    Blob file,
    String title,
    String token,
    int reprint,
    State state,
    OptionalInt remote,
    String fault,
    String officer,
    LocalDateTime queued) {
  /** How far a print is. */
  public enum State {
    /** Nothing has left the house. */
    QUEUED,
    /** It may have left the house. */
    SENDING,
    /** The printer has it. */
    SENT,
    /** It was printed. */
    DONE,
    /** Nobody can say whether it was printed: a person must look. */
    UNSURE,
    /** A person gave it up. */
    CANCELLED
  }
}
