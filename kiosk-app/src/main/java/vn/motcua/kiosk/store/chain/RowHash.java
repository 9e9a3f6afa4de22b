package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes the rows that a link covers, as they stand now. For one thread. */
final class RowHash implements AutoCloseable {
  /** What a query gives, in an order of its own: by name. */
  private record Column(int index, String name) {}

  private record Query(PreparedStatement statement, List<Column> columns) {}

  /**
   * What was found.
   *
   * @param hash of all rows
   * @param at when it happened; empty if the rows do not say
   * @param erased whether something of it was erased
   */
  record Found(byte[] hash, Optional<String> at, boolean erased) {}

  private final ChainKind kind;
  private final List<Query> queries = new ArrayList<>();

  RowHash(Connection connection, ChainKind kind) throws SQLException {
    this.kind = kind;
    for (String sql : kind.rows()) {
      PreparedStatement statement = connection.prepareStatement(sql);
      queries.add(new Query(statement, columns(statement.getMetaData())));
    }
  }

  /** Empty if the first of its tables has no such row. */
  Optional<Found> of(@Nullable Long dossier, long number) throws SQLException {
    Canon canon = new Canon().text(kind.name());
    @Nullable String at = null;
    boolean erased = false;
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      bind(query.statement(), dossier, number);
      try (ResultSet row = query.statement().executeQuery()) {
        boolean any = false;
        while (row.next()) {
          any = true;
          canon.integer(i);
          for (Column column : query.columns()) {
            @Nullable Object value = row.getObject(column.index());
            erased |= value instanceof byte[] bytes && Tombstone.is(bytes);
            add(canon, column.name(), value);
            if (column.name().equals("at") && value != null) {
              at = value.toString();
            }
          }
        }
        if (i == 0 && !any) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Found(canon.digest(), Optional.ofNullable(at), erased));
  }

  static void bind(PreparedStatement statement, @Nullable Long dossier, long number)
      throws SQLException {
    statement.setObject(1, dossier);
    statement.setLong(2, number);
  }

  @Override
  public void close() throws SQLException {
    for (Query query : queries) {
      query.statement().close();
    }
  }

  private static void add(Canon canon, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case byte[] bytes -> canon.text(name).hashOf(bytes);
      case Number whole -> canon.text(name).integer(whole.longValue());
      default -> canon.text(name).text(value.toString());
    }
  }

  private static List<Column> columns(ResultSetMetaData said) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= said.getColumnCount(); i++) {
      columns.add(new Column(i, said.getColumnName(i)));
    }
    columns.sort(Comparator.comparing(Column::name));
    return columns;
  }
}
