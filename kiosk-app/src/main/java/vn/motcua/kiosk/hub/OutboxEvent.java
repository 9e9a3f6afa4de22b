package vn.motcua.kiosk.hub;

/**
 * Something that was written at one site, for a hub. Its key is (site, seq): a hub that has it
 * already skips it, a gap is answered with the cursor.
 *
 * @param site which installation: 16 hexadecimal digits
 * @param seq 1, 2, 3, … without a gap
 * @param at when it happened, local time of the centre, ISO 8601
 * @param kind what it is: {@code EVENT}, {@code STATE}, {@code VIEWING}, {@code CUSTODY}…
 * @param dossier the code of the dossier; empty if it is about the site
 * @param body the rows as JSON, an array a table; people stay sealed, bytes are Base64. Empty for a
 *     state that was superseded: a later event has the one that counts
 * @param hash SHA-256 of the link, which covers the one before: a hub can check the order
 */
public record OutboxEvent(
    String site, long seq, String at, String kind, String dossier, String body, String hash) {}
