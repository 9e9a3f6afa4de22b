package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds links to the chain, in the transaction of what they cover. It remembers nothing between two
 * links, so that a transaction that is rolled back takes its links with it. For the one thread that
 * writes.
 */
public final class ChainWriter implements AutoCloseable {
  private final String site;
  private final Map<ChainKind, RowHash> rows = new EnumMap<>(ChainKind.class);
  private final PreparedStatement last;
  private final PreparedStatement insert;

  public ChainWriter(Connection connection) throws SQLException {
    site = site(connection);
    long newest = ChainBuild.newest(connection);
    for (ChainKind kind : ChainKind.values()) {
      if (kind.isIn(newest)) {
        rows.put(kind, new RowHash(connection, kind));
      }
    }
    last = connection.prepareStatement("SELECT seq, hash, at FROM chain ORDER BY seq DESC LIMIT 1");
    insert = connection.prepareStatement("INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?, ?)");
  }

  /** Which installation this is: 16 hexadecimal digits. */
  static String site(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT id FROM site")) {
      if (!row.next()) {
        throw new SQLException("the site has no name");
      }
      return row.getString(1);
    }
  }

  /**
   * Adds the link of a row that was just written.
   *
   * @param dossier row number of the dossier; null for a row of the site as a whole
   * @param number which row of that kind; 0 for {@link ChainKind#STATE}
   */
  public void add(ChainKind kind, @Nullable Long dossier, long number) throws SQLException {
    RowHash rowHash = rows.get(kind);
    if (rowHash == null) {
      throw new IllegalStateException("closed");
    }
    RowHash.Found found =
        rowHash
            .of(dossier, number)
            .orElseThrow(() -> new IllegalStateException("nothing to chain: " + kind));
    long seq = 1;
    byte[] previous = Link.nothing();
    String at = "";
    try (ResultSet row = last.executeQuery()) {
      if (row.next()) {
        seq = row.getLong(1) + 1;
        previous = row.getBytes(2);
        at = row.getString(3);
      }
    }
    // A state says nothing of time: it is that of the event before it.
    at = found.at().orElse(at);
    insert.setLong(1, seq);
    insert.setString(2, at);
    insert.setString(3, kind.name());
    insert.setObject(4, dossier);
    insert.setLong(5, number);
    insert.setBytes(6, found.hash());
    insert.setBytes(
        7, Link.hash(site, seq, at, kind.name(), dossier, number, found.hash(), previous));
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    for (RowHash each : rows.values()) {
      each.close();
    }
    last.close();
    insert.close();
  }
}
