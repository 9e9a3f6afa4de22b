package vn.motcua.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import vn.motcua.kiosk.store.chain.Audit;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.kiosk.store.chain.ChainHead;
import vn.motcua.scanner.FaultException;

/**
 * A database as it stood at one moment, copied while others wrote.
 *
 * @param schema its last migration
 * @param head how far its chain is
 * @param whole whether the audit finds all as it was written
 * @param counts rows of each table
 * @param files the hashes of all files that it names
 */
record Snapshot(
    int schema, ChainHead head, boolean whole, Map<String, Long> counts, List<String> files) {

  /** Copies the database of {@code folder} to {@code target}, in one read transaction. */
  static void copy(Path folder, Path target) throws FaultException {
    ReadOnlyStore.ask(
        folder,
        connection -> {
          try {
            // Made whole anew: what was deleted does not come along in free pages.
            return Rows.run(connection, "VACUUM INTO ?", target.toString());
          } catch (SQLException trouble) {
            // Where it is written to is another disk, perhaps, than where it is read from.
            Optional<FaultException> known = Trouble.of(trouble, Durable.folderOf(target));
            throw known.orElseThrow(() -> trouble);
          }
        });
  }

  /** Reads a copy through. */
  static Snapshot of(Path database) throws SQLException {
    try (Connection connection = open(database)) {
      AuditReport report = Audit.run(connection, Optional.empty());
      return new Snapshot(
          Rows.first(connection, "SELECT max(number) FROM migration", row -> row.getInt(1))
              .orElse(0),
          report.head(),
          report.isWhole() && isSound(connection),
          counts(connection),
          AuditTrail.files(connection));
    }
  }

  private static Connection open(Path database) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + database);
  }

  static boolean isSound(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery("PRAGMA integrity_check(1)")) {
      return answer.next() && answer.getString(1).equals("ok");
    }
  }

  private static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    List<String> tables =
        Rows.list(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
            row -> row.getString(1));
    for (String table : tables) {
      // A name of the schema, not of anybody's input; quoted all the same.
      String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
      counts.put(
          table,
          Rows.first(connection, "SELECT count(*) FROM " + quoted, row -> row.getLong(1))
              .orElse(0L));
    }
    return counts;
  }
}
