package vn.motcua.kiosk.desk;

/**
 * What citizens have at a terminal beside looking up.
 *
 * @param papers what a procedure needs
 * @param drafts what was prepared and not handed in
 * @param scans scanning into a draft
 * @param clips what the centre itself shows of a procedure
 * @param link where a phone finds the same; {@code {0}} stands for the procedure's code; empty =
 *     nowhere, and the phone gets the list itself
 */
public record CitizenDesks(
    PapersDesk papers, DraftDesk drafts, DraftScans scans, Clips clips, String link) {}
