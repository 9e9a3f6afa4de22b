package vn.motcua.kiosk.oldsystem;

/**
 * Why a row was not taken.
 *
 * @param why the reason
 * @param column the column of the file; empty if it is the row as a whole
 */
public record Refusal(Why why, String column) {
  /** The reasons; their names stand in reports. */
  public enum Why {
    /** Another number of columns than the heading. */
    COLUMNS,
    /** A quotation mark without its partner. */
    QUOTE,
    /** A row that is longer than 64 Ki characters. */
    TOO_LONG,
    /** NUL, other control characters, or bytes that are no text in the file's encoding. */
    CHARACTERS,
    /** A cell in another encoding than the file's. */
    ENCODING,
    /** A cell that is too long, a formula, or has characters that no name has. */
    TEXT,
    /** A cell that has to be filled. */
    MISSING,
    /** No code of a dossier, or one that could be two. */
    CODE,
    /** A procedure that neither mapping nor catalogue knows. */
    PROCEDURE,
    /** No citizen number: not twelve digits (nor nine of an old card). */
    NUMBER,
    /** No date in any shape of the mapping, or an impossible day. */
    DATE,
    /** A date before the reception, long after it, or in the future; or a code of a coming day. */
    ORDER,
    /** A word that stands for none of the ten statuses. */
    STATUS,
    /** A word that stands for no stage, or a stage that the status does not go with. */
    STAGE,
    /** No amount. */
    AMOUNT,
    /** The serial number is set aside for a counter that may give it out yet. */
    SERIAL
  }
}
