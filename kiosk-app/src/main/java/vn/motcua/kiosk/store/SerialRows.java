package vn.motcua.kiosk.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SerialRange;

/**
 * Serial numbers: the counter of the one who owns them, and ranges for counters that are cut off.
 */
final class SerialRows {
  private static final int LAST_OF_A_DAY = 99_999;

  private final Connection connection;

  SerialRows(Connection connection) {
    this.connection = connection;
  }

  /** The counter that this store belongs to; empty = it owns the serial numbers. */
  String site() throws SQLException {
    return Rows.first(connection, "SELECT site FROM own_site", row -> row.getString(1)).orElse("");
  }

  void become(String site) throws SQLException {
    Rows.run(
        connection,
        "INSERT INTO own_site VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET site = excluded.site",
        site);
  }

  /** The number that {@link #take} would give; empty if the counter's ranges are used up. */
  Optional<Integer> next(String agency, LocalDate day) throws SQLException {
    String site = site();
    if (!site.isEmpty()) {
      return open(agency, day, site).map(SerialRange::next);
    }
    return Optional.of(free(agency, day, 1));
  }

  Optional<Integer> take(String agency, LocalDate day) throws SQLException {
    String site = site();
    if (site.isEmpty()) {
      int next = free(agency, day, 1);
      raise(agency, day, next);
      return Optional.of(next);
    }
    Optional<SerialRange> range = open(agency, day, site);
    if (range.isPresent()) {
      Rows.run(
          connection,
          "UPDATE serial_range SET next = next + 1 WHERE agency = ? AND day = ? AND first = ?",
          agency,
          day,
          range.get().first());
    }
    return range.map(SerialRange::next);
  }

  /**
   * A code with that number exists: it is never given out. Numbers of national systems (two digits
   * of the system before those of the day) are no day's numbers of ours; {@link #free} passes them
   * by one by one.
   */
  void used(DossierCode code) throws SQLException {
    if (code.serial() >= 1 && code.serial() <= LAST_OF_A_DAY) {
      raise(code.agency(), code.day(), (int) code.serial());
    }
  }

  /** Whether a dossier has one of the free codes of that range. */
  boolean isUsed(SerialRange range) throws SQLException {
    String stem = stem(range.agency(), range.day());
    return Rows.first(
            connection,
            "SELECT 1 FROM dossier WHERE code >= ? AND code < ? AND serial BETWEEN ? AND ?",
            row -> row.getInt(1),
            stem + "0",
            stem + ":",
            range.next(),
            range.last())
        .isPresent();
  }

  /** Sets numbers aside for another counter. */
  SerialRange grant(
      String agency, LocalDate day, String site, int count, LocalDateTime at, String who)
      throws SQLException {
    int first = free(agency, day, count);
    int last = Math.addExact(first, count - 1);
    raise(agency, day, last);
    SerialRange range = new SerialRange(agency, day, site, first, last, first);
    insert(range, at, who);
    return range;
  }

  /** Takes over what another store has granted to this one. */
  void adopt(SerialRange range, LocalDateTime at, String who) throws SQLException {
    insert(range, at, who);
  }

  List<SerialRange> ranges(String agency, LocalDate day) throws SQLException {
    return Rows.list(
        connection,
        "SELECT * FROM serial_range WHERE agency = ? AND day = ? ORDER BY first",
        SerialRows::range,
        agency,
        day);
  }

  private Optional<SerialRange> open(String agency, LocalDate day, String site)
      throws SQLException {
    return ranges(agency, day).stream()
        .filter(range -> range.site().equals(site) && range.unused() > 0)
        .findFirst();
  }

  private int last(String agency, LocalDate day) throws SQLException {
    return Rows.first(
            connection,
            "SELECT last FROM serial WHERE agency = ? AND day = ?",
            row -> row.getInt(1),
            agency,
            day)
        .orElse(0);
  }

  /**
   * The first of {@code count} numbers in a row that no dossier has. Codes that came from elsewhere
   * (an older system's, or five digits and more) are passed by, so that they never stop reception.
   */
  private int free(String agency, LocalDate day, int count) throws SQLException {
    String stem = stem(agency, day);
    int first = last(agency, day) + 1;
    while (true) {
      Optional<Integer> used =
          Rows.first(
              connection,
              "SELECT serial FROM dossier WHERE code >= ? AND code < ?"
                  + " AND serial BETWEEN ? AND ? ORDER BY serial DESC LIMIT 1",
              row -> row.getInt(1),
              stem + "0",
              stem + ":",
              first,
              Math.addExact(first, count - 1));
      if (used.isEmpty()) {
        return first;
      }
      first = used.get() + 1;
    }
  }

  private static String stem(String agency, LocalDate day) {
    String code = DossierCode.of(agency, day, 1).value();
    return code.substring(0, code.lastIndexOf('-') + 1);
  }

  private void raise(String agency, LocalDate day, int last) throws SQLException {
    Rows.run(
        connection,
        "INSERT INTO serial VALUES (?, ?, ?)"
            + " ON CONFLICT (agency, day) DO UPDATE SET last = max(last, excluded.last)",
        agency,
        day,
        last);
  }

  private void insert(SerialRange range, LocalDateTime at, String who) throws SQLException {
    Rows.run(
        connection,
        "INSERT INTO serial_range VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        range.agency(),
        range.day(),
        range.first(),
        range.last(),
        range.next(),
        range.site(),
        at,
        who);
  }

  private static SerialRange range(ResultSet row) throws SQLException {
    return new SerialRange(
        row.getString("agency"),
        LocalDate.parse(row.getString("day")),
        row.getString("site"),
        row.getInt("first"),
        row.getInt("last"),
        row.getInt("next"));
  }
}
