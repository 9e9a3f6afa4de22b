package vn.motcua.kiosk.store.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the chain together with what it covers, in order, for whoever passes it on. */
public final class ChainReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ChainReader() {}

  /** Links after {@code seq}, at most {@code most}. */
  public static List<ChainedRow> after(Connection connection, long seq, int most)
      throws SQLException {
    String site = ChainWriter.site(connection);
    List<ChainedRow> found = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT chain.seq, chain.at, chain.kind, chain.dossier, chain.number, body_hash, hash,"
                + " coalesce(code, ''), "
                + superseded()
                + " FROM chain LEFT JOIN dossier ON dossier.id = chain.dossier"
                + " WHERE chain.seq > ? ORDER BY chain.seq LIMIT ?")) {
      sql.setLong(1, seq);
      sql.setInt(2, most);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          Link link = Link.read(row);
          found.add(
              new ChainedRow(
                  site,
                  link.seq(),
                  link.at(),
                  link.kind(),
                  row.getString(8),
                  row.getBoolean(9) ? "" : body(connection, link),
                  HexFormat.of().formatHex(link.hash())));
        }
      }
    }
    return found;
  }

  /** Whether a later link tells how the same rows are now. */
  private static String superseded() {
    return Arrays.stream(ChainKind.values())
        .filter(ChainKind::isLatest)
        .map(kind ->
            ("(chain.kind = '%1$s' AND EXISTS (SELECT 1 FROM chain AS later WHERE later.kind = '%1$s'"
                    + " AND later.dossier = chain.dossier AND later.seq > chain.seq))")
                .formatted(kind.name()))
        .collect(Collectors.joining(" OR "));
  }

  private static String body(Connection connection, Link link) throws SQLException {
    List<List<Map<String, Object>>> tables = new ArrayList<>();
    for (String query : ChainKind.valueOf(link.kind()).rows()) {
      try (PreparedStatement sql = connection.prepareStatement(query)) {
        RowHash.bind(sql, link.dossier(), link.number());
        try (ResultSet row = sql.executeQuery()) {
          List<Map<String, Object>> rows = new ArrayList<>();
          while (row.next()) {
            rows.add(row(row));
          }
          tables.add(rows);
        }
      }
    }
    return JSON.writeValueAsString(tables);
  }

  private static Map<String, Object> row(ResultSet row) throws SQLException {
    ResultSetMetaData said = row.getMetaData();
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 1; i <= said.getColumnCount(); i++) {
      @Nullable Object value = row.getObject(i);
      if (value instanceof byte[] bytes) {
        all.put(said.getColumnName(i), Base64.getEncoder().encodeToString(bytes));
      } else if (value != null) {
        all.put(said.getColumnName(i), value);
      }
    }
    return all;
  }
}
