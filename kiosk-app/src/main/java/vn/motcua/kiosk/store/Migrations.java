package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.kiosk.store.chain.Sha256;
import vn.motcua.scanner.FaultException;

/**
 * Brings a database to the shape of this program: numbered SQL files, each applied once in its own
 * transaction, each remembered with its SHA-256. What was applied may never change.
 */
final class Migrations {
  /** What SQL cannot do: runs where the file says {@code -- then}. */
  interface Half {
    void run(Connection connection) throws SQLException;
  }

  private static final Half NOTHING = connection -> {};
  private static final String THEN = "\n-- then\n";

  /**
   * One numbered file.
   *
   * @param half its half in Java
   */
  record Step(int number, String name, String sql, Half half) {
    String sha256() {
      return HexFormat.of().formatHex(Sha256.of(sql.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private Migrations() {}

  /** The steps of this program, in order. */
  static List<Step> own(Keys keys) {
    return List.of(
        load("0001_dossiers.sql", NOTHING),
        load("0002_pages.sql", NOTHING),
        load("0003_sealed.sql", new SealStep(keys)),
        load("0004_trade.sql", NOTHING),
        load("0005_ledgers.sql", NOTHING),
        load("0006_forms.sql", NOTHING),
        load("0007_sources.sql", NOTHING),
        load("0008_packages.sql", NOTHING),
        load("0009_links.sql", NOTHING),
        load("0011_drafts.sql", NOTHING));
  }

  /**
   * Applies what is missing.
   *
   * @throws FaultException with {@link StoreFault.Newer} or {@link StoreFault.Foreign}; then
   *     nothing was changed
   */
  static void apply(Connection connection, List<Step> steps, Clock clock)
      throws SQLException, FaultException {
    try (Statement sql = connection.createStatement()) {
      sql.executeUpdate(
          "CREATE TABLE IF NOT EXISTS migration ("
              + "number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, "
              + "applied TEXT NOT NULL) STRICT");
    }
    int applied = check(connection, steps);
    for (Step step : steps.subList(applied, steps.size())) {
      apply(connection, step, clock);
    }
    List<Step> fresh = steps.subList(applied, steps.size());
    if (applied > 0 && fresh.stream().anyMatch(step -> step.half() != NOTHING)) {
      rewrite(connection);
    }
  }

  /** Tables may be made anew, so that keys into them are looked at when all is done. */
  private static void apply(Connection connection, Step step, Clock clock) throws SQLException {
    pragma(connection, "foreign_keys = OFF");
    connection.setAutoCommit(false);
    try (Statement sql = connection.createStatement()) {
      int then = step.sql().indexOf(THEN);
      sql.executeUpdate(then < 0 ? step.sql() : step.sql().substring(0, then));
      step.half().run(connection);
      if (then >= 0) {
        sql.executeUpdate(step.sql().substring(then + THEN.length()));
      }
      // Of ten million dossiers that takes many minutes: only where tables were made anew.
      if (step.sql().contains("DROP TABLE")) {
        checkKeys(sql, step);
      }
      remember(connection, step, clock);
      connection.commit();
    } catch (SQLException trouble) {
      connection.rollback();
      throw trouble;
    } finally {
      connection.setAutoCommit(true);
      pragma(connection, "foreign_keys = ON");
    }
  }

  private static void checkKeys(Statement sql, Step step) throws SQLException {
    try (ResultSet broken = sql.executeQuery("PRAGMA foreign_key_check")) {
      if (broken.next()) {
        throw new SQLException(step.name() + " breaks a key of " + broken.getString(1));
      }
    }
  }

  /** What an older version wrote in plain text must not stay in free pages or in the log. */
  private static void rewrite(Connection connection) throws SQLException {
    Statements.close(connection);
    pragma(connection, "wal_checkpoint(TRUNCATE)");
    try (Statement sql = connection.createStatement()) {
      sql.execute("VACUUM");
    }
    pragma(connection, "wal_checkpoint(TRUNCATE)");
  }

  private static void pragma(Connection connection, String what) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA " + what);
    }
  }

  private static int check(Connection connection, List<Step> steps)
      throws SQLException, FaultException {
    int applied = 0;
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("SELECT number, sha256 FROM migration ORDER BY number")) {
      while (rows.next()) {
        if (applied >= steps.size()) {
          throw new FaultException(new StoreFault.Newer(), "migration " + rows.getInt(1));
        }
        Step step = steps.get(applied);
        if (rows.getInt(1) != step.number() || !rows.getString(2).equals(step.sha256())) {
          throw new FaultException(new StoreFault.Foreign(), "migration " + rows.getInt(1));
        }
        applied++;
      }
    }
    return applied;
  }

  private static void remember(Connection connection, Step step, Clock clock) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO migration VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, step.number());
      insert.setString(2, step.name());
      insert.setString(3, step.sha256());
      insert.setString(4, LocalDateTime.now(clock).toString());
      insert.executeUpdate();
    }
  }

  private static Step load(String name, Half half) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      // Line ends differ between checkouts; they must not look like another migration.
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new Step(Integer.parseInt(name.substring(0, 4)), name, sql, half);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
