package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Prepared statements of a connection that are used again: to understand a question costs SQLite
 * more than to answer most of ours. A connection is used by one thread at a time; a statement that
 * is in use is not in here, so that the same question may be asked while it is being answered.
 */
final class Statements {
  private static final int KEPT = 128;

  private static final Map<Connection, Statements> ALL =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final LinkedHashMap<String, PreparedStatement> idle =
      new LinkedHashMap<>(KEPT, 0.75f, true);

  private Statements() {}

  static Statements of(Connection connection) {
    return ALL.computeIfAbsent(connection, _ -> new Statements());
  }

  /** Closes what is kept: SQLite rewrites no database with statements at hand. */
  static void close(Connection connection) throws SQLException {
    @Nullable Statements kept = ALL.remove(connection);
    if (kept != null) {
      for (PreparedStatement statement : kept.idle.values()) {
        statement.close();
      }
    }
  }

  PreparedStatement take(Connection connection, String sql) throws SQLException {
    @Nullable PreparedStatement kept = idle.remove(sql);
    return kept == null || kept.isClosed() ? connection.prepareStatement(sql) : kept;
  }

  /**
   * Gives back a statement whose answer was read or given up; one that failed is not used again.
   */
  void end(String sql, PreparedStatement statement, boolean done) throws SQLException {
    if (!done) {
      statement.close();
      return;
    }
    // What was asked for is somebody's number or code: it does not stay with the question.
    statement.clearParameters();
    @Nullable PreparedStatement twin = idle.put(sql, statement);
    if (twin != null && twin != statement) {
      twin.close();
    }
    if (idle.size() > KEPT) {
      Map.Entry<String, PreparedStatement> eldest = idle.firstEntry();
      idle.remove(eldest.getKey());
      eldest.getValue().close();
    }
  }
}
