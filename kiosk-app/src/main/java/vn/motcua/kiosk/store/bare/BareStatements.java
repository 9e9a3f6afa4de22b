package vn.motcua.kiosk.store.bare;

import java.io.IOException;
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
 * The same rows of the same file, by prepared statements and nothing else: what is sealed stays
 * sealed, and nothing is made of the rows. Every question throws {@link IOException} if the data
 * base says no.
 */
public final class BareStatements implements AutoCloseable {
  private static final List<String> PARTS =
      List.of(
          "SELECT role, sealed FROM party WHERE dossier = ?",
          "SELECT name, originals, copies, pages FROM paper WHERE dossier = ? ORDER BY position",
          "SELECT name FROM missing WHERE dossier = ? ORDER BY position");

  private final Connection connection;
  private final PreparedStatement byCode;
  private final PreparedStatement byCitizen;
  private final PreparedStatement byName;
  private final PreparedStatement mac;
  private final List<PreparedStatement> parts = new ArrayList<>();

  /** A row that was read, as it is. */
  private record Raw(long id, List<String> columns) {}

  private interface Question {
    int ask() throws SQLException;
  }

  private BareStatements(Connection connection, int most) throws SQLException {
    this.connection = connection;
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
    mac =
        connection.prepareStatement(
            "SELECT number_mac FROM party JOIN dossier ON dossier.id = party.dossier"
                + " WHERE code = ? AND role = 'OWNER'");
    for (String part : PARTS) {
      parts.add(connection.prepareStatement(part));
    }
  }

  /**
   * @param most how many dossiers of one name are read
   */
  public static BareStatements open(Path database, int most) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      return new BareStatements(config.createConnection("jdbc:sqlite:" + database), most);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Reads a dossier by its code; gives how many there are. */
  public int code(String code) throws IOException {
    return asked(() -> {
      byCode.setString(1, code);
      return read(byCode);
    });
  }

  /** Reads a citizen's dossiers; gives how many there are. */
  public int citizen(byte[] hash) throws IOException {
    return asked(() -> {
      byCitizen.setBytes(1, hash);
      return read(byCitizen);
    });
  }

  /** Reads the dossiers of a name; gives how many there are. */
  public int name(long token) throws IOException {
    return asked(() -> {
      byName.setLong(1, token);
      return read(byName);
    });
  }

  /** The hash of the owner's number in a dossier. */
  public byte[] mac(String code) throws IOException {
    List<byte[]> found = new ArrayList<>();
    int rows =
        asked(() -> {
          mac.setString(1, code);
          try (ResultSet row = mac.executeQuery()) {
            while (row.next()) {
              found.add(row.getBytes(1));
            }
          }
          return found.size();
        });
    if (rows == 0) {
      throw new IOException("no such dossier");
    }
    return found.getFirst();
  }

  private static int asked(Question question) throws IOException {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private int read(PreparedStatement dossiers) throws SQLException {
    List<Raw> found = new ArrayList<>();
    try (ResultSet row = dossiers.executeQuery()) {
      while (row.next()) {
        Raw raw = new Raw(row.getLong("id"), new ArrayList<>());
        take(row, raw);
        found.add(raw);
      }
    }
    for (Raw raw : found) {
      for (PreparedStatement part : parts) {
        part.setLong(1, raw.id());
        try (ResultSet row = part.executeQuery()) {
          while (row.next()) {
            take(row, raw);
          }
        }
      }
    }
    return found.size();
  }

  private static void take(ResultSet row, Raw raw) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    for (int i = 1; i <= columns; i++) {
      raw.columns().add(String.valueOf(row.getObject(i)));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
