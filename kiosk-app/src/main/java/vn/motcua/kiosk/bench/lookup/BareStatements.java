package vn.motcua.kiosk.bench.lookup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import vn.motcua.kiosk.store.DossierStore;

/**
 * The peer: the same rows of the same file, by prepared statements and nothing else. What is sealed
 * stays sealed, and nothing is made of the rows.
 */
final class BareStatements implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement byCode;
  private final PreparedStatement byCitizen;
  private final PreparedStatement byName;
  private final List<PreparedStatement> parts = new ArrayList<>();

  /** A row that was read, as it is. */
  private record Raw(long id, List<Object> columns) {}

  BareStatements(Path database, int most) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    connection = config.createConnection("jdbc:sqlite:" + database);
    byCode = connection.prepareStatement("SELECT * FROM dossier WHERE code = ?");
    byCitizen =
        connection.prepareStatement(
            "SELECT * FROM dossier WHERE id IN (SELECT dossier FROM party WHERE number_mac = ?)"
                + " ORDER BY status IN (3, 7, 10), received DESC LIMIT "
                + DossierStore.LONGEST_LIST);
    byName =
        connection.prepareStatement(
            "SELECT * FROM dossier WHERE id IN (SELECT dossier FROM token WHERE token = ?"
                + " ORDER BY dossier DESC LIMIT "
                + most
                + ") ORDER BY id DESC");
    for (String part :
        List.of(
            "SELECT role, sealed FROM party WHERE dossier = ?",
            "SELECT name, originals, copies, pages FROM paper WHERE dossier = ? ORDER BY position",
            "SELECT name FROM missing WHERE dossier = ? ORDER BY position")) {
      parts.add(connection.prepareStatement(part));
    }
  }

  int code(String code) throws SQLException {
    byCode.setString(1, code);
    return read(byCode);
  }

  int citizen(byte[] mac) throws SQLException {
    byCitizen.setBytes(1, mac);
    return read(byCitizen);
  }

  int name(long token) throws SQLException {
    byName.setLong(1, token);
    return read(byName);
  }

  private int read(PreparedStatement dossiers) throws SQLException {
    List<Raw> found = new ArrayList<>();
    try (ResultSet row = dossiers.executeQuery()) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(row.getObject(i)));
        }
        found.add(new Raw(row.getLong("id"), values));
      }
    }
    for (Raw raw : found) {
      for (PreparedStatement part : parts) {
        part.setLong(1, raw.id());
        try (ResultSet row = part.executeQuery()) {
          int columns = row.getMetaData().getColumnCount();
          while (row.next()) {
            for (int i = 1; i <= columns; i++) {
              raw.columns().add(String.valueOf(row.getObject(i)));
            }
          }
        }
      }
    }
    return found.size();
  }

  /** The hash of the owner's number in a dossier. */
  byte[] mac(String code) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT number_mac FROM party JOIN dossier ON dossier.id = party.dossier"
                + " WHERE code = ? AND role = 'OWNER'")) {
      sql.setString(1, code);
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no such dossier");
        }
        return row.getBytes(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
