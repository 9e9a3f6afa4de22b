package vn.motcua.kiosk.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.chain.ChainKind;
import vn.motcua.scanner.FaultException;

/**
 * What other systems said before, sealed; found by keyed hashes of the code and of the owner's
 * number. Older never replaces newer.
 */
public final class SourceAnswers {
  private static final int MOST = 200;
  private static final String CODE = "source code";

  private final DossierStore store;
  private final Keys keys;

  public SourceAnswers(DossierStore store) {
    this.store = store;
    keys = store.keys();
  }

  /**
   * One answer.
   *
   * @param code of which dossier
   * @param owner by whose number it is found, if it was told
   * @param asOf when it was so
   * @param text all that was said, to be sealed
   */
  public record Kept(
      DossierCode code, Optional<CitizenNumber> owner, LocalDateTime asOf, String text) {
    /** Never the text: it names people. */
    @Override
    public String toString() {
      return "Kept[" + asOf + "]";
    }
  }

  /**
   * What became of a file.
   *
   * @param sha256 tells one content from another
   * @param fault code of what was wrong; empty if it was taken
   * @param full whether it is an export of everything
   */
  public record KnownFile(
      String name,
      String sha256,
      long bytes,
      LocalDateTime at,
      long rows,
      long refused,
      String fault,
      boolean full) {}

  /** Keeps answers in one transaction; gives how many were new or newer than what was known. */
  public int put(String source, List<Kept> answers, LocalDateTime fetched) throws FaultException {
    return store.write(transaction -> {
      int newer = 0;
      try {
        for (Kept one : answers) {
          newer += put(transaction, source, one, fetched);
        }
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
      return newer;
    });
  }

  private int put(Transaction transaction, String source, Kept one, LocalDateTime fetched)
      throws SQLException {
    byte[] mac = keys.lookup().ofSource(source, one.code());
    byte @Nullable [] owner = one.owner().map(keys.lookup()::of).orElse(null);
    return Rows.run(
        transaction.connection(),
        "INSERT INTO source_answer (source, code_mac, owner_mac, sealed, code, as_of, fetched)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, code_mac) DO UPDATE SET"
            + " owner_mac = excluded.owner_mac, sealed = excluded.sealed,"
            + " as_of = excluded.as_of, fetched = excluded.fetched"
            + " WHERE excluded.as_of >= source_answer.as_of",
        source,
        mac,
        owner,
        keys.seals().seal(one.text(), one.code(), column(source)),
        keys.seals().sealCode(one.code(), CODE),
        moment(one.asOf()),
        moment(fetched));
  }

  /** The newest that this source said of that dossier. */
  public Optional<Kept> find(String source, DossierCode code) throws FaultException {
    byte[] mac = keys.lookup().ofSource(source, code);
    return store.ask(connection ->
        Rows.first(
            connection,
            "SELECT * FROM source_answer WHERE source = ? AND code_mac = ?",
            row -> kept(row, code, source),
            source,
            mac));
  }

  /** What this source said of that owner's dossiers, newest first. */
  public List<Kept> ofOwner(String source, CitizenNumber number) throws FaultException {
    byte[] mac = keys.lookup().of(number);
    return store.ask(connection ->
        Rows.list(
            connection,
            "SELECT * FROM source_answer WHERE owner_mac = ? AND source = ?"
                + " ORDER BY as_of DESC LIMIT "
                + MOST,
            row -> kept(row, keys.seals().openCode(row.getBytes("code"), CODE), source),
            mac,
            source));
  }

  private Kept kept(ResultSet row, DossierCode code, String source) throws SQLException {
    return new Kept(
        code,
        Optional.empty(),
        LocalDateTime.parse(row.getString("as_of")),
        keys.seals().open(row.getBytes("sealed"), code, column(source)));
  }

  /** How many answers of that source are kept. */
  public long count(String source) throws FaultException {
    return store.ask(connection ->
        Rows.first(
                connection,
                "SELECT count(*) FROM source_answer WHERE source = ?",
                row -> row.getLong(1),
                source)
            .orElse(0L));
  }

  /** The sources of which answers are kept. */
  public List<String> sources() throws FaultException {
    return store.ask(connection ->
        Rows.list(
            connection,
            "SELECT DISTINCT source FROM source_answer ORDER BY source",
            row -> row.getString(1)));
  }

  /** Forgets answers that came before {@code moment}; gives how many. */
  public int forgetBefore(String source, LocalDateTime moment) throws FaultException {
    return store.write(transaction -> {
      try {
        return Rows.run(
            transaction.connection(),
            "DELETE FROM source_answer WHERE source = ? AND fetched < ?",
            source,
            moment(moment));
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
    });
  }

  /** What became of a file of that name the last time. */
  public Optional<KnownFile> file(String source, String name) throws FaultException {
    return store.ask(connection ->
        Rows.first(
            connection,
            "SELECT * FROM source_file WHERE source = ? AND name = ?",
            SourceAnswers::known,
            source,
            name));
  }

  /** How many rows the newest full export had that was taken. */
  public Optional<Long> rowsOfLastFull(String source) throws FaultException {
    return store.ask(connection ->
        Rows.first(
            connection,
            "SELECT taken_rows FROM source_file WHERE source = ? AND is_full = 1"
                + " AND taken_rows IS NOT NULL ORDER BY taken_at DESC LIMIT 1",
            row -> row.getLong(1),
            source));
  }

  /** When a file was taken last. */
  public Optional<LocalDateTime> lastTaken(String source) throws FaultException {
    return store.ask(connection ->
        Rows.first(
            connection,
            "SELECT taken_at FROM source_file WHERE source = ? AND taken_at IS NOT NULL"
                + " ORDER BY taken_at DESC LIMIT 1",
            row -> LocalDateTime.parse(row.getString(1)),
            source));
  }

  /**
   * Remembers what became of a file. One that was refused does not wipe out how many rows the one
   * of that name had that was taken.
   */
  public void remember(String source, KnownFile file) throws FaultException {
    store.write(transaction -> {
      try {
        return Rows.run(
            transaction.connection(),
            "INSERT INTO source_file (source, name, sha256, bytes, at, rows, refused, fault,"
                + " is_full, taken_rows, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                + " iif(?8 = '', ?6, NULL), iif(?8 = '', ?5, NULL)) ON CONFLICT (source, name)"
                + " DO UPDATE SET sha256 = excluded.sha256, bytes = excluded.bytes,"
                + " at = excluded.at, rows = excluded.rows, refused = excluded.refused,"
                + " fault = excluded.fault, is_full = excluded.is_full,"
                + " taken_rows = coalesce(excluded.taken_rows, source_file.taken_rows),"
                + " taken_at = coalesce(excluded.taken_at, source_file.taken_at)",
            source,
            file.name(),
            file.sha256(),
            file.bytes(),
            moment(file.at()),
            file.rows(),
            file.refused(),
            file.fault(),
            file.full());
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
    });
  }

  private static KnownFile known(ResultSet row) throws SQLException {
    return new KnownFile(
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        LocalDateTime.parse(row.getString("at")),
        row.getLong("rows"),
        row.getLong("refused"),
        row.getString("fault"),
        row.getInt("is_full") == 1);
  }

  /** Writes down who looks at dossiers of another system, before they are shown. */
  public void viewed(String source, List<DossierCode> codes, LedgerEntry entry)
      throws FaultException {
    store.write(transaction -> {
      try {
        for (DossierCode code : codes) {
          long written =
              Rows.first(
                      transaction.connection(),
                      "INSERT INTO source_viewing (source, code_mac, at, who, why, terminal)"
                          + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                      row -> row.getLong(1),
                      source,
                      keys.lookup().ofSource(source, code),
                      moment(entry.at()),
                      entry.who(),
                      entry.why(),
                      entry.terminal())
                  .orElseThrow();
          transaction.chain().add(ChainKind.SOURCE_VIEWING, null, written);
        }
      } catch (SQLException trouble) {
        throw new SqlTrouble(trouble);
      }
      return true;
    });
  }

  /** Who looked at it, newest first; at most 100. */
  public List<LedgerEntry> ledger(String source, DossierCode code) throws FaultException {
    byte[] mac = keys.lookup().ofSource(source, code);
    return store.ask(connection ->
        Rows.list(
            connection,
            "SELECT * FROM source_viewing WHERE code_mac = ? ORDER BY id DESC LIMIT 100",
            row ->
                new LedgerEntry(
                    LocalDateTime.parse(row.getString("at")),
                    row.getString("who"),
                    row.getString("why"),
                    row.getString("terminal")),
            mac));
  }

  private static String column(String source) {
    return "source " + source;
  }

  /** Always of one length, so that texts are in the order of time. */
  private static String moment(LocalDateTime at) {
    return MOMENT.format(at);
  }

  private static final java.time.format.DateTimeFormatter MOMENT =
      java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
}
