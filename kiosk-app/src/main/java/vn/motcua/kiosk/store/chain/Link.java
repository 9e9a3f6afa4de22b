package vn.motcua.kiosk.store.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chain.
 *
 * @param seq 1, 2, 3, …
 * @param at when what it covers happened, local time of the centre
 * @param kind a name of {@link ChainKind}, or what stands there instead
 * @param dossier row number of the dossier; null for the site as a whole
 * @param number which row of that kind
 * @param bodyHash SHA-256 of what it covers, in canonical form
 * @param hash of all this and the link before
 */
record Link(
    long seq,
    String at,
    String kind,
    @Nullable Long dossier,
    long number,
    byte[] bodyHash,
    byte[] hash) {
  static Link read(ResultSet row) throws SQLException {
    long dossier = row.getLong(4);
    boolean none = row.wasNull();
    return new Link(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        none ? null : dossier,
        row.getLong(5),
        row.getBytes(6),
        row.getBytes(7));
  }

  /** What its hash has to be, after a link with the hash {@code previous}. */
  byte[] expected(String site, byte[] previous) {
    return hash(site, seq, at, kind, dossier, number, bodyHash, previous);
  }

  static byte[] hash(
      String site,
      long seq,
      String at,
      String kind,
      @Nullable Long dossier,
      long number,
      byte[] bodyHash,
      byte[] previous) {
    return new Canon()
        .text("motcua chain 1")
        .text(site)
        .integer(seq)
        .text(at)
        .text(kind)
        .text(dossier == null ? "" : dossier.toString())
        .integer(number)
        .hash(bodyHash)
        .hash(previous)
        .digest();
  }

  /** What stands before the first link. */
  static byte[] nothing() {
    return new byte[Sha256.BYTES];
  }
}
