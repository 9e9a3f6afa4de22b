package vn.motcua.kiosk.store.chain;

/**
 * A link and what it covers.
 *
 * @param site which installation
 * @param seq number of the link
 * @param at when what it covers happened
 * @param kind what it covers, see {@link ChainKind}
 * @param dossier the code of the dossier; empty if it is of the site as a whole
 * @param body the rows as JSON, bytes in Base64; empty for a state that was superseded
 * @param hash of the link, 64 hexadecimal digits
 */
public record ChainedRow(
    String site, long seq, String at, String kind, String dossier, String body, String hash) {}
