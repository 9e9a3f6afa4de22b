package vn.motcua.kiosk.store;

import java.io.Serial;
import java.sql.SQLException;

/** Carries an {@link SQLException} through code that must not know of SQL. */
final class SqlTrouble extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** A question or an order to the database. */
  @FunctionalInterface
  interface Sql<T> {
    T run() throws SQLException;
  }

  private final SQLException sql;

  /** Does what may say something that the caller's caller must not hear of. */
  static <T> T sql(Sql<T> work) {
    try {
      return work.run();
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  SqlTrouble(SQLException sql) {
    super(sql);
    this.sql = sql;
  }

  SQLException sql() {
    return sql;
  }
}
