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
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return bind(statement, values).executeUpdate();
    }
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = bind(statement, values).executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    }
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    return list(connection, sql, row, values).stream().findFirst();
  }
}
