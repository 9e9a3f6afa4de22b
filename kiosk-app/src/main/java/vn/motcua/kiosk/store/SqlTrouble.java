package vn.motcua.kiosk.store;

import java.io.Serial;
import java.sql.SQLException;

/** Carries an {@link SQLException} through code that must not know of SQL. */
final class SqlTrouble extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final SQLException sql;

  SqlTrouble(SQLException sql) {
    super(sql);
    this.sql = sql;
  }

  SQLException sql() {
    return sql;
  }
}
