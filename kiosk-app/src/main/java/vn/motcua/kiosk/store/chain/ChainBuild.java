package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Chains what was there before the chain, or before a migration: every row that has no link yet,
 * and every dossier whose state no longer is what its last link says because its table changed.
 */
public final class ChainBuild {
  private ChainBuild() {}

  /**
   * Brings the chain up to the newest migration, in one transaction; nothing to do if it is there.
   * Only what a migration brought or changed is looked at: hashing ten million dossiers again takes
   * minutes, and a link that does not fit any more must be found by an audit, not be renewed here.
   * An audit before a new version is installed tells what happened before it.
   */
  public static void run(Connection connection) throws SQLException {
    long newest = newest(connection);
    long upTo = upTo(connection);
    if (upTo >= newest) {
      return;
    }
    connection.setAutoCommit(false);
    try (ChainWriter writer = new ChainWriter(connection)) {
      List<ChainKind> kinds =
          Arrays.stream(ChainKind.values())
              .filter(kind -> kind.isIn(newest) && kind.isNewSince(upTo))
              .toList();
      for (ChainKind kind : kinds) {
        if (!kind.isLatest()) {
          rows(connection, writer, kind);
        }
      }
      for (ChainKind kind : kinds) {
        if (kind.isLatest()) {
          states(connection, writer, kind);
        }
      }
      writer.add(ChainKind.KEY_CHANGE, null, note(connection));
      connection.commit();
    } catch (SQLException trouble) {
      connection.rollback();
      throw trouble;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /**
   * Up to which migration old rows were chained; stands in the chain, so that nobody sets it back.
   */
  public static long upTo(Connection connection) throws SQLException {
    return number(
        connection,
        "SELECT max(CAST(fingerprint AS INTEGER)) FROM key_change WHERE what = 'MIGRATION'");
  }

  /** The last migration of this database. */
  static long newest(Connection connection) throws SQLException {
    return number(connection, "SELECT max(number) FROM migration");
  }

  private static long note(Connection connection) throws SQLException {
    return number(
        connection,
        "INSERT INTO key_change (at, what, fingerprint) SELECT applied, 'MIGRATION', number"
            + " FROM migration ORDER BY number DESC LIMIT 1 RETURNING id");
  }

  private static void rows(Connection connection, ChainWriter writer, ChainKind kind)
      throws SQLException {
    // Sorted, so that the old links are read to their end before the first new one is written.
    try (PreparedStatement sql =
        connection.prepareStatement(
            kind.all()
                + " EXCEPT SELECT dossier, number FROM chain WHERE kind = ? ORDER BY 1, 2")) {
      sql.setString(1, kind.name());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          long dossier = row.getLong(1);
          writer.add(kind, row.wasNull() ? null : dossier, row.getLong(2));
        }
      }
    }
  }

  private static void states(Connection connection, ChainWriter writer, ChainKind kind)
      throws SQLException {
    try (RowHash now = new RowHash(connection, kind);
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT own.id, (SELECT body_hash FROM chain WHERE %s ORDER BY seq DESC LIMIT 1)"
                        .formatted(kind.linked("own.id"))
                    + " FROM (SELECT DISTINCT %s FROM %s ORDER BY 1) AS own"
                        .formatted(kind.owner() + " AS id", kind.from()))) {
      while (row.next()) {
        long dossier = row.getLong(1);
        byte[] said = row.getBytes(2);
        boolean same =
            now.of(dossier, 0).map(found -> Arrays.equals(found.hash(), said)).orElse(false);
        if (!same) {
          writer.add(kind, dossier, 0);
        }
      }
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
