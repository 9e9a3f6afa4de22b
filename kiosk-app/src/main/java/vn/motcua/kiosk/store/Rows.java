package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to the database. Every parameter is bound, never pasted into SQL. */
final class Rows {
  /** Makes a value of the row under the cursor. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Rows() {}

  static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      switch (value) {
        case null -> statement.setObject(i + 1, null);
        case Boolean yes -> statement.setInt(i + 1, yes ? 1 : 0);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case Integer number -> statement.setInt(i + 1, number);
        case Long number -> statement.setLong(i + 1, number);
        default -> statement.setString(i + 1, value.toString());
      }
    }
    return statement;
  }

  /** Carries out an order; gives how many rows it touched. */
  static int run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    Statements statements = Statements.of(connection);
    PreparedStatement statement = statements.take(connection, sql);
    boolean done = false;
    try {
      int touched = bind(statement, values).executeUpdate();
      done = true;
      return touched;
    } finally {
      statements.end(sql, statement, done);
    }
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    each(
        connection,
        sql,
        next -> {
          found.add(row.read(next));
          return true;
        },
        values);
    return found;
  }

  /** Hands over one row after the other, as long as {@code taker} wants more. */
  static void each(
      Connection connection, String sql, Row<Boolean> taker, @Nullable Object... values)
      throws SQLException {
    Statements statements = Statements.of(connection);
    PreparedStatement statement = statements.take(connection, sql);
    boolean done = false;
    try (ResultSet rows = bind(statement, values).executeQuery()) {
      boolean more = true;
      while (more && rows.next()) {
        more = taker.read(rows);
      }
      done = true;
    } finally {
      statements.end(sql, statement, done);
    }
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    return list(connection, sql, row, values).stream().findFirst();
  }
}
