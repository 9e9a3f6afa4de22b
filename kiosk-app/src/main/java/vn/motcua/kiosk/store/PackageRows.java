package vn.motcua.kiosk.store;

import static vn.motcua.kiosk.store.SqlTrouble.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * The queue of packages, in the transaction of whoever asks. It follows the chain: whatever state
 * of a dossier stands there leaves in some package, however the program ended in between.
 */
public final class PackageRows {
  private static final String SELECT =
      "SELECT package.*, code FROM package JOIN dossier ON dossier.id = package.dossier ";

  /** An imported dossier leaves once something happened to it here: elsewhere it is known. */
  private static final String ORDER =
      "INSERT INTO package (dossier, version, after, up_to, state, ordered)"
          + " SELECT news.dossier, coalesce(max(version), 0) + 1, coalesce(max(up_to), 0), 0,"
          + " 'QUEUED', ? FROM (SELECT dossier, max(seq) AS last FROM chain"
          + " WHERE seq > ? AND seq <= ? AND kind = 'STATE' GROUP BY dossier) AS news"
          + " LEFT JOIN package ON package.dossier = news.dossier"
          + " WHERE NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.dossier = news.dossier)"
          + " AND NOT EXISTS (SELECT 1 FROM package AS open"
          + " WHERE open.dossier = news.dossier AND open.state = 'QUEUED')"
          + " AND NOT (EXISTS (SELECT 1 FROM imported WHERE imported.dossier = news.dossier)"
          + " AND NOT EXISTS (SELECT 1 FROM event WHERE event.dossier = news.dossier"
          + " AND number = 2) AND NOT EXISTS (SELECT 1 FROM dossier_file"
          + " WHERE dossier_file.dossier = news.dossier))"
          + " GROUP BY news.dossier HAVING news.last > coalesce(max(up_to), 0)"
          + " ORDER BY news.last";

  private final Connection connection;
  private final Seals seals;
  private final DossierRows rows;

  PackageRows(Connection connection, Seals seals, DossierRows rows) {
    this.connection = connection;
    this.seals = seals;
    this.rows = rows;
  }

  /**
   * Queues a package for every dossier that changed in the next links of the chain.
   *
   * @param most how many links are looked at
   * @return whether there are more
   */
  public boolean follow(int most, LocalDateTime at) {
    return sql(() -> {
      long from = number("SELECT seq FROM package_cursor");
      long to =
          number(
              "SELECT coalesce(max(seq), 0) FROM"
                  + " (SELECT seq FROM chain WHERE seq > ? ORDER BY seq LIMIT ?)",
              from,
              most);
      if (to <= from) {
        return false;
      }
      Rows.run(connection, ORDER, at, from, to);
      Rows.run(connection, "UPDATE package_cursor SET seq = ?", to);
      return to < number("SELECT max(seq) FROM chain");
    });
  }

  /** A package of that dossier is to leave (again), whatever left before. */
  public void again(DossierCode code, LocalDateTime at) {
    sql(() ->
        Rows.run(
            connection,
            "INSERT INTO package (dossier, version, after, up_to, state, ordered)"
                + " SELECT id, coalesce(max(version), 0) + 1, coalesce(max(up_to), 0), 0, 'QUEUED',"
                + " ? FROM dossier LEFT JOIN package ON package.dossier = dossier.id"
                + " WHERE code = ? AND NOT EXISTS (SELECT 1 FROM package AS open"
                + " WHERE open.dossier = dossier.id AND open.state = 'QUEUED') GROUP BY id",
            at,
            code));
  }

  /** What a package of that dossier tells now; empty if part of it was erased meanwhile. */
  public Optional<PackageContent> content(PackageRow row) {
    return sql(() -> {
      DossierCode code = row.dossier();
      boolean erased =
          number(
                  "SELECT count(*) FROM erasure JOIN dossier ON dossier.id = erasure.dossier"
                      + " WHERE code = ?",
                  code)
              > 0;
      if (erased) {
        return Optional.empty();
      }
      return Optional.of(
          new PackageContent(
              Rows.first(connection, "SELECT id FROM site", each -> each.getString(1))
                  .orElseThrow(),
              rows.dossier(connection, code).orElseThrow(),
              rows.events(connection, code),
              DossierStore.files(connection, code),
              number("SELECT after FROM package WHERE seq = ?", row.seq()),
              number(
                  "SELECT coalesce(max(seq), 0) FROM chain WHERE kind = 'STATE' AND dossier ="
                      + " (SELECT id FROM dossier WHERE code = ?)",
                  code)));
    });
  }

  /** Its file is on the disk, beside its place. */
  public void writing(PackageRow row, Blob file, long upTo) {
    change(
        "UPDATE package SET state = 'WRITING', sha256 = ?, bytes = ?, up_to = ?, fault = ''"
            + " WHERE seq = ? AND state = 'QUEUED'",
        file.sha256(),
        file.bytes(),
        upTo,
        row.seq());
  }

  /** Its file was lost before it got its name: it is to be made again. */
  public void lost(PackageRow row) {
    change(
        "UPDATE package SET state = 'QUEUED', sha256 = NULL, bytes = NULL, up_to = 0"
            + " WHERE seq = ? AND state = 'WRITING'",
        row.seq());
  }

  /** Its file has its name. */
  public void written(PackageRow row, LocalDateTime at) {
    change(
        "UPDATE package SET state = 'WRITTEN', written = ?, fault = ''"
            + " WHERE seq = ? AND state = 'WRITING'",
        at,
        row.seq());
  }

  /** Something is wrong with it; it stays where it is. */
  public void doubt(PackageRow row, String fault) {
    change("UPDATE package SET fault = ? WHERE seq = ?", fault, row.seq());
  }

  /** The receiver has it. */
  public void acknowledged(PackageRow row, LocalDateTime at) {
    change(
        "UPDATE package SET state = 'ACKNOWLEDGED', answered = ?, fault = ''"
            + " WHERE seq = ? AND state IN ('WRITTEN', 'REFUSED')",
        at,
        row.seq());
  }

  /** The receiver does not take it. */
  public void refused(PackageRow row, String reason, String fault, LocalDateTime at) {
    change(
        "UPDATE package SET state = 'REFUSED', answered = ?, reason = ?, fault = ?"
            + " WHERE seq = ? AND state IN ('WRITTEN', 'REFUSED')",
        at,
        seals.seal(reason, row.dossier(), place(row.seq())),
        fault,
        row.seq());
  }

  /** Our file was taken away. */
  public void removed(PackageRow row, LocalDateTime at) {
    change(
        "UPDATE package SET removed = ? WHERE seq = ? AND state = 'ACKNOWLEDGED'", at, row.seq());
  }

  /** Whether the chain has gone on since it was followed. */
  static boolean isBehind(Connection connection) throws SQLException {
    return Rows.first(
            connection,
            "SELECT (SELECT max(seq) FROM chain) > (SELECT seq FROM package_cursor)",
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /** What still has to be written, the oldest first; what is in doubt comes last. */
  static List<PackageRow> open(Connection connection, Seals seals, int most) throws SQLException {
    return Rows.list(
        connection,
        SELECT + "WHERE state IN ('QUEUED', 'WRITING') ORDER BY fault <> '', seq LIMIT ?",
        row -> row(row, seals),
        most);
  }

  /** Acknowledged before that time, with a file that is still there. */
  static List<PackageRow> kept(Connection connection, Seals seals, LocalDateTime before, int most)
      throws SQLException {
    return Rows.list(
        connection,
        SELECT
            + "WHERE state = 'ACKNOWLEDGED' AND removed IS NULL AND answered < ?"
            + " ORDER BY answered LIMIT ?",
        row -> row(row, seals),
        before,
        most);
  }

  static Optional<PackageRow> find(
      Connection connection, Seals seals, DossierCode code, int version) throws SQLException {
    return Rows.first(
        connection,
        SELECT + "WHERE code = ? AND version = ?",
        row -> row(row, seals),
        code,
        version);
  }

  /** The newest first. */
  static List<PackageRow> newest(Connection connection, Seals seals, int most) throws SQLException {
    return Rows.list(
        connection, SELECT + "ORDER BY seq DESC LIMIT ?", row -> row(row, seals), most);
  }

  static Map<PackageRow.State, Long> counts(Connection connection) throws SQLException {
    Map<PackageRow.State, Long> counts = new EnumMap<>(PackageRow.State.class);
    for (PackageRow.State state : PackageRow.State.values()) {
      counts.put(state, 0L);
    }
    Rows.each(
        connection,
        "SELECT state, count(*) FROM package GROUP BY state",
        row -> {
          counts.put(PackageRow.State.valueOf(row.getString(1)), row.getLong(2));
          return true;
        });
    return counts;
  }

  private static PackageRow row(ResultSet row, Seals seals) throws SQLException {
    DossierCode code = new DossierCode(row.getString("code"));
    long seq = row.getLong("seq");
    long bytes = row.getLong("bytes");
    byte[] reason = row.getBytes("reason");
    return new PackageRow(
        seq,
        code,
        row.getInt("version"),
        PackageRow.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("sha256")).map(hash -> new Blob(hash, bytes)),
        LocalDateTime.parse(row.getString("ordered")),
        time(row.getString("written")),
        time(row.getString("answered")),
        reason.length == 0 ? "" : seals.open(reason, code, place(seq)),
        row.getString("fault"),
        time(row.getString("removed")));
  }

  private static String place(long seq) {
    return "package-" + seq;
  }

  private static Optional<LocalDateTime> time(@Nullable String text) {
    return Optional.ofNullable(text).map(LocalDateTime::parse);
  }

  private long number(String sql, @Nullable Object... values) throws SQLException {
    return Rows.first(connection, sql, row -> row.getLong(1), values).orElse(0L);
  }

  private void change(String sql, @Nullable Object... values) {
    sql(() -> Rows.run(connection, sql, values));
  }
}
