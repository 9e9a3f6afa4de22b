package vn.motcua.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import vn.motcua.kiosk.store.chain.AuditFault;
import vn.motcua.kiosk.store.chain.ChainBuild;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/**
 * The database of a data folder for whoever only reads it, without owning the folder: the program
 * may run and write meanwhile.
 */
final class ReadOnlyStore {
  /** A question. */
  @FunctionalInterface
  interface Query<T> {
    T ask(Connection connection) throws SQLException, FaultException;
  }

  private ReadOnlyStore() {}

  /**
   * Asks the database of {@code folder}.
   *
   * @throws FaultException with {@link StoreFault.None}, {@link StoreFault.Newer}, {@link
   *     StoreFault.Damaged}, or {@link AuditFault.None} if it has no chain yet
   */
  static <T> T ask(Path folder, Query<T> query) throws FaultException {
    if (!DataFolder.isUsed(folder)) {
      throw new FaultException(new StoreFault.None());
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5000);
    Path database = folder.toAbsolutePath().resolve(DataFolder.DATABASE);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + database)) {
      check(connection);
      return query.ask(connection);
    } catch (SQLException trouble) {
      Optional<FaultException> fault = Trouble.of(trouble, folder);
      // Nothing is written here: what cannot be asked is not what was written.
      throw fault.orElseGet(() -> new FaultException(new StoreFault.Damaged(), trouble));
    }
  }

  private static void check(Connection connection) throws SQLException, FaultException {
    boolean chained =
        Rows.first(
                connection, "SELECT 1 FROM sqlite_master WHERE name = 'site'", row -> row.getInt(1))
            .isPresent();
    if (!chained) {
      throw new FaultException(new AuditFault.None());
    }
    int newest =
        Rows.first(connection, "SELECT max(number) FROM migration", row -> row.getInt(1)).orElse(0);
    if (newest > newest()) {
      throw new FaultException(new StoreFault.Newer());
    }
    boolean any =
        Rows.first(connection, "SELECT 1 FROM chain LIMIT 1", row -> row.getInt(1)).isPresent();
    if (!any && ChainBuild.upTo(connection) == 0) {
      throw new FaultException(new AuditFault.None());
    }
  }

  /** The last migration of this program. */
  static int newest() {
    Keys none = Keys.of(new MasterKey(new byte[MasterKey.BYTES]));
    return Migrations.own(none).getLast().number();
  }
}
