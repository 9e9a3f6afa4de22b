package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.DossierCode;

/** The queue of what is to be printed. */
public final class PrintRows {
  private static final String SELECT =
      "SELECT print_job.*, code, bytes FROM print_job"
          + " JOIN dossier ON dossier.id = print_job.dossier JOIN blob USING (sha256) ";

  private final Connection connection;

  PrintRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Puts a file of a dossier into the queue; a second print of the same file is a reprint.
   *
   * @param token a name that no other job has
   */
  public PrintRow queue(
      DossierCode dossier,
      Blob file,
      String title,
      String token,
      String officer,
      LocalDateTime at) {
    try {
      Rows.run(
          connection,
          "INSERT INTO print_job (dossier, sha256, title, token, reprint, state, fault, officer,"
              + " queued, changed) SELECT id, ?, ?, ?, (SELECT count(*) FROM print_job AS earlier"
              + " WHERE earlier.sha256 = ? AND earlier.state <> 'CANCELLED'), 'QUEUED', '', ?, ?, ?"
              + " FROM dossier WHERE code = ?",
          file.sha256(),
          title,
          token,
          file.sha256(),
          officer,
          at,
          at,
          dossier);
      return Rows.first(connection, SELECT + "WHERE token = ?", PrintRows::row, token)
          .orElseThrow(() -> new IllegalStateException("no such dossier"));
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  /** The job as it stands in this transaction. */
  public Optional<PrintRow> find(long id) {
    try {
      return Rows.first(connection, SELECT + "WHERE print_job.id = ?", PrintRows::row, id);
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  /**
   * Writes down how far a job is.
   *
   * @param from the state it must be in; otherwise nothing is written
   * @return whether it was
   */
  public boolean move(
      PrintRow job,
      PrintRow.State from,
      PrintRow.State to,
      OptionalInt remote,
      String fault,
      LocalDateTime at) {
    try {
      @Nullable Integer id = remote.isPresent() ? remote.getAsInt() : null;
      return Rows.run(
              connection,
              "UPDATE print_job SET state = ?, remote = ?, fault = ?, changed = ?"
                  + " WHERE id = ? AND state = ?",
              to,
              id,
              fault,
              at,
              job.id(),
              from)
          == 1;
    } catch (SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  static List<PrintRow> all(Connection connection) throws SQLException {
    return Rows.list(
        connection,
        SELECT + "ORDER BY print_job.id DESC LIMIT " + DossierStore.LONGEST_LIST,
        PrintRows::row);
  }

  private static PrintRow row(ResultSet row) throws SQLException {
    int remote = row.getInt("remote");
    return new PrintRow(
        row.getLong("id"),
        new DossierCode(row.getString("code")),
        new Blob(row.getString("sha256"), row.getLong("bytes")),
        row.getString("title"),
        row.getString("token"),
        row.getInt("reprint"),
        PrintRow.State.valueOf(row.getString("state")),
        remote == 0 ? OptionalInt.empty() : OptionalInt.of(remote),
        row.getString("fault"),
        row.getString("officer"),
        LocalDateTime.parse(row.getString("queued")));
  }
}
