package vn.motcua.kiosk.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * Holds a secret against a code. Whoever guesses must learn nothing from the time that it takes:
 * one dossier is looked for, found and compared, whether its code is the one that was asked for or
 * only the next one.
 */
final class SecretRows {
  private static final String KEPT =
      "SELECT dossier.code, secret.mac FROM (SELECT id, code FROM dossier %s ORDER BY code LIMIT 1)"
          + " AS dossier LEFT JOIN secret ON secret.dossier = dossier.id";
  private static final String NEXT = KEPT.formatted("WHERE code >= ?");
  private static final String FIRST = KEPT.formatted("WHERE code >= ''");
  private static final Kept NONE = new Kept("", new byte[32]);

  private record Kept(String code, byte[] mac) {
    static Kept of(ResultSet row) throws SQLException {
      byte @Nullable [] mac = row.getBytes(2);
      return new Kept(row.getString(1), mac == null ? NONE.mac() : mac);
    }
  }

  private SecretRows() {}

  /**
   * Whether the dossier of that code has a secret of that hash.
   *
   * @param mac of code and secret
   */
  static boolean fits(Connection connection, DossierCode code, byte[] mac) throws SQLException {
    // Behind the last code there is no next one: then the first, which is read in any case.
    Kept first = Rows.first(connection, FIRST, Kept::of).orElse(NONE);
    Kept kept = Rows.first(connection, NEXT, Kept::of, code.value()).orElse(first);
    byte[] asked = code.value().getBytes(StandardCharsets.UTF_8);
    byte[] found = kept.code().getBytes(StandardCharsets.UTF_8);
    // Everything is computed, whatever came out before: no && here.
    return MessageDigest.isEqual(asked, found)
        & MessageDigest.isEqual(mac, kept.mac())
        & kept.mac() != NONE.mac();
  }
}
