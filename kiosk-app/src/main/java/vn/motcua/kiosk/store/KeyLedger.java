package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import vn.motcua.kiosk.store.chain.AuditKey;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.kiosk.store.chain.ChainWriter;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/** Writes down which keys a data folder has had: their fingerprints, in the chain. */
final class KeyLedger {
  /** The one secret of the folder. */
  static final String MASTER = "MASTER";

  /** The key that signs heads of the chain. */
  static final String AUDIT = "AUDIT";

  private static final String FILE = "audit.key";

  private KeyLedger() {}

  /**
   * Looks at the keys of a folder that is being opened; makes the key of the audit if there is none
   * (a new folder, or one that was restored without keys).
   *
   * @throws FaultException with {@link StoreFault.KeyWrong} if the folder was written with another
   *     secret
   */
  static void check(
      DataFolder folder, Connection connection, ChainWriter chain, MasterKey master, Clock clock)
      throws SQLException, FaultException {
    List<String> known = fingerprints(connection, MASTER);
    if (!known.isEmpty() && !known.contains(master.fingerprint())) {
      throw new FaultException(new StoreFault.KeyWrong());
    }
    note(connection, chain, MASTER, master.fingerprint(), clock);
    note(connection, chain, AUDIT, auditKey(folder).fingerprint(), clock);
  }

  /** The fingerprints of keys for that use, newest first. */
  static List<String> fingerprints(Connection connection, String what) throws SQLException {
    return Rows.list(
        connection,
        "SELECT fingerprint FROM key_change WHERE what = ? ORDER BY id DESC",
        row -> row.getString(1),
        what);
  }

  /** Where the key of the audit lies. */
  static Path auditKeyFile(Path root) {
    return root.resolve("keys").resolve(FILE);
  }

  private static AuditKey auditKey(DataFolder folder) throws FaultException {
    Path file = auditKeyFile(folder.root());
    try {
      if (Files.exists(file)) {
        return AuditKey.read(Files.readAllBytes(file));
      }
      AuditKey made = AuditKey.random();
      Durable.writePrivate(file, made.bytes());
      return made;
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
  }

  private static void note(
      Connection connection, ChainWriter chain, String what, String fingerprint, Clock clock)
      throws SQLException {
    if (fingerprints(connection, what).contains(fingerprint)) {
      return;
    }
    connection.setAutoCommit(false);
    try {
      long id =
          Rows.first(
                  connection,
                  "INSERT INTO key_change (at, what, fingerprint) VALUES (?, ?, ?) RETURNING id",
                  row -> row.getLong(1),
                  LocalDateTime.now(clock),
                  what,
                  fingerprint)
              .orElseThrow();
      chain.add(ChainKind.KEY_CHANGE, null, id);
      connection.commit();
    } catch (SQLException trouble) {
      connection.rollback();
      throw trouble;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
