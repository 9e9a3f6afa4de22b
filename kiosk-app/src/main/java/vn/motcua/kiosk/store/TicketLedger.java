package vn.motcua.kiosk.store;

import static vn.motcua.kiosk.store.SqlTrouble.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.dossier.TicketState;

/**
 * Queue numbers inside a transaction. A number that was written is taken for ever: the next one is
 * counted from what is on the disk, whatever became of its slip.
 */
public final class TicketLedger {
  private final Connection connection;

  TicketLedger(Connection connection) {
    this.connection = connection;
  }

  /**
   * The next number of that service's series; empty if the series is used up for that day. A clock
   * that was set back puts nobody before those who were there first.
   *
   * @param at when, local time of the centre; its day is the ticket's
   */
  public Optional<Ticket> take(TicketService service, TicketPriority priority, LocalDateTime at) {
    LocalDate day = at.toLocalDate();
    return sql(() -> {
      LocalDateTime made =
          Rows.first(
                  connection,
                  "SELECT max(made) FROM ticket WHERE day = ? HAVING max(made) IS NOT NULL",
                  row -> LocalDateTime.parse(row.getString(1)),
                  day)
              .filter(at::isBefore)
              .map(last -> last.plus(1, ChronoUnit.MILLIS))
              .orElse(at);
      int last =
          Rows.first(
                  connection,
                  "SELECT coalesce(max(number), 0) FROM ticket WHERE day = ? AND series = ?",
                  row -> row.getInt(1),
                  day,
                  service.series())
              .orElse(0);
      if (last >= Ticket.LAST) {
        return Optional.empty();
      }
      Ticket ticket =
          new Ticket(
              day,
              service.series(),
              last + 1,
              service,
              priority,
              made,
              TicketState.WAITING,
              "",
              Optional.empty(),
              Optional.empty());
      Rows.run(
          connection,
          "INSERT INTO ticket (day, series, number, service, priority, made, state)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          day,
          service.series(),
          ticket.number(),
          service,
          priority,
          made,
          ticket.state());
      return Optional.of(ticket);
    });
  }

  /** All numbers of that day, in the order in which they were taken. */
  public List<Ticket> of(LocalDate day) {
    return sql(() -> of(connection, day));
  }

  /** Writes how far a number is. */
  public void update(Ticket ticket) {
    sql(() ->
        Rows.run(
            connection,
            "UPDATE ticket SET priority = ?, state = ?, counter = ?, called = ?, ended = ?"
                + " WHERE day = ? AND series = ? AND number = ?",
            ticket.priority(),
            ticket.state(),
            ticket.counter(),
            ticket.called().orElse(null),
            ticket.ended().orElse(null),
            ticket.day(),
            ticket.series(),
            ticket.number()));
  }

  /**
   * Closes what still waits or is called of days before {@code day}.
   *
   * @return how many numbers that were
   */
  public int closeBefore(LocalDate day, LocalDateTime at) {
    return sql(() ->
        Rows.run(
            connection,
            "UPDATE ticket SET state = 'CLOSED', ended = ?"
                + " WHERE day < ? AND state IN ('WAITING', 'CALLED')",
            at,
            day));
  }

  static List<Ticket> of(Connection connection, LocalDate day) throws SQLException {
    return Rows.list(
        connection,
        "SELECT * FROM ticket WHERE day = ? ORDER BY made, series, number",
        TicketLedger::ticket,
        day);
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        LocalDate.parse(row.getString("day")),
        row.getString("series").charAt(0),
        row.getInt("number"),
        TicketService.valueOf(row.getString("service")),
        TicketPriority.valueOf(row.getString("priority")),
        LocalDateTime.parse(row.getString("made")),
        TicketState.valueOf(row.getString("state")),
        row.getString("counter"),
        time(row, "called"),
        time(row, "ended"));
  }

  private static Optional<LocalDateTime> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(LocalDateTime::parse);
  }
}
