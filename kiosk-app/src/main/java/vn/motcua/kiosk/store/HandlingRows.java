package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.dossier.LinkedWork;
import vn.motcua.kiosk.dossier.TimeLimit;

/** Who else has to do with a dossier: its units and the parts of other agencies. */
final class HandlingRows {
  private HandlingRows() {}

  static Handling read(Connection connection, long id, ResultSet row) throws SQLException {
    List<LinkedPart> parts =
        row.getInt(DossierColumns.HAS_LINKED) == 0
            ? List.of()
            : Rows.list(
                connection,
                "SELECT * FROM linked_part WHERE dossier = ? ORDER BY position",
                HandlingRows::part,
                id);
    return new Handling(
        row.getString(DossierColumns.RECEIVING_UNIT),
        row.getString(DossierColumns.DECIDING_UNIT),
        row.getInt(DossierColumns.STOP_ISSUED) == 1,
        new LinkedWork(parts));
  }

  /** Whether there are, or were, parts of other agencies. */
  static boolean write(Connection connection, long id, Handling handling) throws SQLException {
    Rows.run(
        connection,
        "UPDATE dossier SET receiving_unit = ?, deciding_unit = ?, stop_issued = ? WHERE id = ?",
        handling.receiving(),
        handling.deciding(),
        handling.stopIssued(),
        id);
    int before = Rows.run(connection, "DELETE FROM linked_part WHERE dossier = ?", id);
    int position = 0;
    for (LinkedPart part : handling.linked().parts()) {
      boolean hours = part.limit() instanceof TimeLimit.Hours;
      int value =
          switch (part.limit()) {
            case TimeLimit.Days days -> days.days();
            case TimeLimit.Hours more -> more.hours();
          };
      Rows.run(
          connection,
          "INSERT INTO linked_part VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          position++,
          part.agency(),
          part.task(),
          part.step(),
          hours ? "HOURS" : "DAYS",
          value,
          part.state(),
          part.due().map(DueDate::at).orElse(null),
          part.due().map(DossierRows::days).orElse(""),
          part.due().map(DueDate::provisional).orElse(false),
          part.since().orElse(null));
    }
    return before + position > 0;
  }

  private static LinkedPart part(ResultSet row) throws SQLException {
    int value = row.getInt("limit_value");
    return new LinkedPart(
        row.getString("agency"),
        row.getString("task"),
        row.getInt("step"),
        row.getString("limit_unit").equals("HOURS")
            ? new TimeLimit.Hours(value)
            : new TimeLimit.Days(value),
        LinkedPart.State.valueOf(row.getString("state")),
        DossierRows.due(
            row.getString("due_at"), row.getString("due_days"), row.getInt("due_provisional")),
        Optional.ofNullable(row.getString("since")).map(LocalDateTime::parse));
  }
}
