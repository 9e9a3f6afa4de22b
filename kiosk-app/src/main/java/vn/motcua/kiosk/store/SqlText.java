package vn.motcua.kiosk.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL and what is bound to its question marks.
 *
 * @param sql never holds what somebody typed
 */
record SqlText(String sql, List<Object> values) {
  /** Holds for every row. */
  static final SqlText ANY = new SqlText("");

  SqlText {
    values = List.copyOf(values);
  }

  SqlText(String sql, Object... values) {
    this(sql, List.of(values));
  }

  SqlText and(SqlText other) {
    return sql.isEmpty() ? other : joined(" AND ", other);
  }

  SqlText or(SqlText other) {
    return sql.isEmpty() ? other : joined(" OR ", other);
  }

  SqlText then(String more, Object... bound) {
    return joined("", new SqlText(more, bound));
  }

  SqlText then(SqlText other) {
    return joined("", other);
  }

  private SqlText joined(String between, SqlText other) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(other.values);
    return new SqlText(sql + between + other.sql, all);
  }
}
