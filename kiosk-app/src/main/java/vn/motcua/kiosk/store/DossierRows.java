package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureJson;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;

/** Rows turned into dossiers; what is sealed is opened. */
final class DossierRows {
  private final Seals seals;
  private final Map<List<String>, Procedure> procedures = new ConcurrentHashMap<>();

  DossierRows(Seals seals) {
    this.seals = seals;
  }

  static RemovedPage removedPage(ResultSet row) throws SQLException {
    Optional<String> sha256 = Optional.ofNullable(row.getString("sha256"));
    long bytes = row.getLong("bytes");
    return new RemovedPage(
        row.getInt("number"),
        row.getString("paper"),
        RemovalReason.valueOf(row.getString("reason")),
        row.getString("who"),
        LocalDateTime.parse(row.getString("at")),
        row.getInt("by_page"),
        sha256.map(hash -> new Blob(hash, bytes)));
  }

  Optional<Dossier> dossier(Connection connection, DossierCode code) throws SQLException {
    return Rows.first(
        connection,
        DossierColumns.SELECT + "WHERE code = ?",
        row -> dossier(connection, row),
        code.value());
  }

  /**
   * @param row an answer to {@link DossierColumns#SELECT}
   */
  Dossier dossier(Connection connection, ResultSet row) throws SQLException {
    long id = row.getLong(DossierColumns.ID);
    LocalDateTime received = LocalDateTime.parse(row.getString(DossierColumns.RECEIVED));
    DossierCode code = new DossierCode(row.getString(DossierColumns.CODE));
    Map<String, Party> parties = parties(connection, id, code);
    return new Dossier(
        code,
        procedure(
            connection,
            row.getString(DossierColumns.PROCEDURE_CODE),
            row.getString(DossierColumns.PROCEDURE_VERSION)),
        party(parties, "APPLICANT"),
        party(parties, "OWNER"),
        received,
        due(
            row.getString(DossierColumns.DUE_AT),
            row.getString(DossierColumns.DUE_DAYS),
            row.getInt(DossierColumns.DUE_PROVISIONAL)),
        Stage.valueOf(row.getString(DossierColumns.STAGE)),
        PortalStatus.of(row.getInt(DossierColumns.STATUS)),
        row.getString(DossierColumns.HOLDER),
        LocalDateTime.parse(row.getString(DossierColumns.SINCE)),
        Rows.list(
            connection,
            "SELECT name, originals, copies, pages FROM paper WHERE dossier = ? ORDER BY position",
            paper ->
                new ReceivedPaper(
                    paper.getString(1), paper.getInt(2), paper.getInt(3), paper.getInt(4)),
            id),
        Originals.valueOf(row.getString(DossierColumns.ORIGINALS)),
        ReturnChannel.valueOf(row.getString(DossierColumns.CHANNEL)),
        apology(row, code),
        row.getInt(DossierColumns.HAS_MISSING) == 0 ? List.of() : missing(connection, id),
        seals.open(row.getBytes(DossierColumns.REASON), code, "reason"),
        row.getString(DossierColumns.COUNTER),
        row.getLong(DossierColumns.FEE),
        HandlingRows.read(connection, id, row));
  }

  private static List<String> missing(Connection connection, long id) throws SQLException {
    return Rows.list(
        connection,
        "SELECT name FROM missing WHERE dossier = ? ORDER BY position",
        name -> name.getString(1),
        id);
  }

  /** Hands over one dossier after the other, until {@code taker} wants no more. */
  void each(
      Connection connection,
      String sql,
      List<Object> values,
      java.util.function.Predicate<Dossier> taker)
      throws SQLException {
    Rows.each(
        connection,
        sql,
        row -> taker.test(dossier(connection, row)),
        values.toArray(new Object[0]));
  }

  List<DossierEvent> events(Connection connection, DossierCode code) throws SQLException {
    return Rows.list(
        connection,
        "SELECT event.* FROM event JOIN dossier ON dossier.id = event.dossier"
            + " WHERE dossier.code = ? ORDER BY event.number",
        row ->
            new DossierEvent(
                row.getInt("number"),
                LocalDateTime.parse(row.getString("at")),
                Move.valueOf(row.getString("move")),
                Stage.valueOf(row.getString("stage")),
                PortalStatus.of(row.getInt("status")),
                row.getString("actor"),
                row.getString("holder"),
                seals.open(row.getBytes("note"), code, "event-" + row.getInt("number"))),
        code.value());
  }

  static String days(DueDate due) {
    StringBuilder text = new StringBuilder();
    for (DueDate.Day day : due.days()) {
      text.append(day.date())
          .append(day.counted() ? "+" : "-")
          .append(day.note().replace('\n', ' '))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * A due date as it is kept.
   *
   * @param at empty: none
   * @param lines one a day, see {@link #days}
   */
  static Optional<DueDate> due(@Nullable String at, String lines, int provisional) {
    if (at == null) {
      return Optional.empty();
    }
    List<DueDate.Day> days = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      days.add(
          new DueDate.Day(
              LocalDate.parse(line.substring(0, 10)), line.charAt(10) == '+', line.substring(11)));
    }
    return Optional.of(new DueDate(LocalDateTime.parse(at), days, provisional == 1));
  }

  private Optional<Apology> apology(ResultSet row, DossierCode code) throws SQLException {
    String old = row.getString(DossierColumns.APOLOGY_OLD);
    if (old == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Apology(
            LocalDate.parse(old),
            LocalDate.parse(row.getString(DossierColumns.APOLOGY_NEW)),
            seals.open(row.getBytes(DossierColumns.APOLOGY_REASON), code, "apology_reason")));
  }

  private Map<String, Party> parties(Connection connection, long id, DossierCode code)
      throws SQLException {
    Map<String, Party> parties = new HashMap<>();
    Rows.each(
        connection,
        "SELECT role, sealed FROM party WHERE dossier = ?",
        row -> {
          String role = row.getString(1);
          parties.put(role, seals.party(row.getBytes(2), code, role));
          return true;
        },
        id);
    return parties;
  }

  private static Party party(Map<String, Party> parties, String role) {
    @Nullable Party party = parties.get(role);
    if (party == null) {
      throw new IllegalStateException("a dossier without its " + role);
    }
    return party;
  }

  /** What was published never changes, so that it is read once. */
  private Procedure procedure(Connection connection, String code, String version)
      throws SQLException {
    List<String> key = List.of(code, version);
    @Nullable Procedure known = procedures.get(key);
    if (known != null) {
      return known;
    }
    Procedure read =
        Rows.first(
                connection,
                "SELECT json FROM procedure WHERE code = ? AND version = ?",
                row -> ProcedureJson.read(row.getString(1)),
                code,
                version)
            .orElseThrow(() -> new IllegalStateException("a dossier without its procedure"));
    procedures.put(key, read);
    return read;
  }
}
