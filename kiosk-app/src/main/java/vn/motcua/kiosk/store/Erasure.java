package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.kiosk.store.chain.Tombstone;

/** Erases parts of one dossier inside a transaction: the record first, then what it tells of. */
final class Erasure {
  /** A sealed value: where it stands. */
  private record Sealed(String table, String column, String keys) {}

  /**
   * Values whose rows never change but for this. A row is done in one step, whatever it holds, as
   * its table allows it in no other way.
   */
  private static final List<Sealed> SEALED =
      List.of(
          new Sealed("party", "sealed", "role"),
          new Sealed("event", "note", "number"),
          new Sealed("custody", "giver", "number"),
          new Sealed("custody", "receiver", "number"),
          new Sealed("custody", "place", "number"),
          new Sealed("custody_confirmed", "who", "number"),
          new Sealed("package", "reason", "seq"),
          new Sealed("imported", "rest", "line"));

  private final Transaction transaction;
  private final Connection connection;
  private final String rules;
  private final String who;
  private final LocalDateTime now;

  /**
   * @param rules SHA-256 of the rules
   * @param who started it
   */
  Erasure(Transaction transaction, String rules, String who, LocalDateTime now) {
    this.transaction = transaction;
    connection = transaction.connection();
    this.rules = rules;
    this.who = who;
    this.now = now;
  }

  /** Gives how many values and files were erased. */
  int run(Retention.Due due) {
    try {
      long dossier =
          Rows.first(
                  connection,
                  "SELECT id FROM dossier WHERE code = ?",
                  row -> row.getLong(1),
                  due.code())
              .orElseThrow(() -> new IllegalStateException("no such dossier"));
      int erased = 0;
      for (RetentionRules.What what : due.by().keySet()) {
        List<String> items =
            switch (what) {
              case PERSONAL -> people(dossier);
              case FILES -> files(dossier, "NOT IN");
              case REMOVED_PAGES -> files(dossier, "IN");
            };
        long id = record(dossier, rule(due, what), items);
        if (what == RetentionRules.What.PERSONAL) {
          erasePeople(dossier);
        } else {
          eraseFiles(items, id);
        }
        erased += items.size();
      }
      transaction.touch(due.code());
      return erased;
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  /** Told in full: whoever reads it years later may not have the file of rules. */
  private static String rule(Retention.Due due, RetentionRules.What what) {
    RetentionRules.@Nullable Rule rule = due.by().get(what);
    if (rule == null) {
      throw new IllegalStateException("erased under no rule");
    }
    return "%s: %s, %s tháng; %s; %s"
        .formatted(
            rule.id(),
            rule.procedure(),
            rule.months().map(String::valueOf).orElse("-"),
            rule.confirmed() ? "đã xác nhận" : "chưa xác nhận",
            rule.source());
  }

  private long record(long dossier, String rule, List<String> items) throws SQLException {
    long id =
        Rows.first(
                connection,
                "INSERT INTO erasure (dossier, at, rule, rules, who, items)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                row -> row.getLong(1),
                dossier,
                now,
                rule,
                rules,
                who,
                String.join("\n", items))
            .orElseThrow();
    transaction.chain().add(ChainKind.ERASURE, dossier, id);
    return id;
  }

  private List<String> people(long dossier) throws SQLException {
    List<String> items = new ArrayList<>();
    for (Sealed each : SEALED) {
      items.addAll(
          Rows.list(
              connection,
              "SELECT %s, %s FROM %s WHERE dossier = ?"
                  .formatted(each.keys(), each.column(), each.table()),
              row ->
                  "%s/%s/%s %s"
                      .formatted(
                          each.table(), row.getString(1), each.column(), hash(row.getBytes(2))),
              dossier));
    }
    for (String column : List.of("reason", "apology_reason")) {
      items.addAll(
          Rows.list(
              connection,
              "SELECT %s FROM dossier WHERE id = ? AND %s IS NOT NULL".formatted(column, column),
              row -> "dossier/%s %s".formatted(column, hash(row.getBytes(1))),
              dossier));
    }
    return items;
  }

  private static String hash(byte[] value) {
    return HexFormat.of().formatHex(Tombstone.of(value), 1, 33);
  }

  private void erasePeople(long dossier) throws SQLException {
    for (String table : SEALED.stream().map(Sealed::table).distinct().toList()) {
      List<Sealed> values = SEALED.stream().filter(each -> each.table().equals(table)).toList();
      String keys = values.getFirst().keys();
      for (String key :
          Rows.list(
              connection,
              "SELECT %s FROM %s WHERE dossier = ?".formatted(keys, table),
              row -> row.getString(1),
              dossier)) {
        eraseRow(table, values, keys, dossier, key);
      }
    }
    int origins =
        Rows.run(
            connection, "UPDATE imported SET row_mac = zeroblob(32) WHERE dossier = ?", dossier);
    if (origins > 0) {
      // By its keyed hash a row could be guessed, so that nothing of it stays; the link is new.
      transaction.chain().add(ChainKind.IMPORTED, dossier, 0);
    }
    Rows.run(connection, "UPDATE party SET number_mac = NULL WHERE dossier = ?", dossier);
    for (String column : List.of("reason", "apology_reason")) {
      byte @Nullable [] value =
          Rows.list(
                  connection,
                  "SELECT %s FROM dossier WHERE id = ? AND %s IS NOT NULL"
                      .formatted(column, column),
                  row -> row.getBytes(1),
                  dossier)
              .stream()
              .findFirst()
              .orElse(null);
      if (value != null) {
        Rows.run(
            connection,
            "UPDATE dossier SET %s = ? WHERE id = ?".formatted(column),
            Tombstone.of(value),
            dossier);
      }
    }
    Rows.run(connection, "DELETE FROM secret WHERE dossier = ?", dossier);
    Rows.run(connection, "DELETE FROM token WHERE dossier = ?", dossier);
  }

  private void eraseRow(String table, List<Sealed> values, String keys, long dossier, String key)
      throws SQLException {
    String columns = values.stream().map(Sealed::column).collect(Collectors.joining(", "));
    List<byte[]> stones =
        Rows.first(
                connection,
                "SELECT %s FROM %s WHERE dossier = ? AND %s = ?".formatted(columns, table, keys),
                row -> {
                  List<byte[]> all = new ArrayList<>();
                  for (int i = 1; i <= values.size(); i++) {
                    all.add(Tombstone.of(row.getBytes(i)));
                  }
                  return all;
                },
                dossier,
                key)
            .orElseThrow();
    List<Object> bound = new ArrayList<>(stones);
    bound.add(dossier);
    bound.add(key);
    Rows.run(
        connection,
        "UPDATE %s SET %s WHERE dossier = ? AND %s = ?"
            .formatted(
                table,
                values.stream()
                    .map(each -> each.column() + " = ?")
                    .collect(Collectors.joining(", ")),
                keys),
        bound.toArray());
  }

  private List<String> files(long dossier, String in) throws SQLException {
    return Rows.list(
        connection,
        "SELECT kind, sha256 FROM dossier_file AS f WHERE dossier = ? AND kind %s ('REMOVED_PAGE')"
                .formatted(in)
            + " AND sha256 NOT IN (SELECT sha256 FROM erased_blob)"
            + " AND NOT EXISTS (SELECT 1 FROM dossier_file AS other"
            + " WHERE other.sha256 = f.sha256 AND other.dossier <> f.dossier) ORDER BY position",
        row -> "%s %s".formatted(row.getString(1), row.getString(2)),
        dossier);
  }

  private void eraseFiles(List<String> items, long erasure) throws SQLException {
    for (String item : items) {
      String sha256 = item.substring(item.indexOf(' ') + 1);
      Rows.run(
          connection,
          "INSERT OR IGNORE INTO erased_blob (sha256, erasure) VALUES (?, ?)",
          sha256,
          erasure);
    }
  }
}
