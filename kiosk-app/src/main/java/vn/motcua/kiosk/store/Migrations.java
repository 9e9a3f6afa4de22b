package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import vn.motcua.scanner.FaultException;

/**
 * Brings a database to the shape of this program: numbered SQL files, each applied once in its own
 * transaction, each remembered with its SHA-256. What was applied may never change.
 */
final class Migrations {
  /** One numbered file. */
  record Step(int number, String name, String sql) {
    String sha256() {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java has SHA-256", impossible);
      }
    }
  }

  private static final List<String> FILES = List.of("0001_dossiers.sql", "0002_pages.sql");

  private Migrations() {}

  /** The steps of this program, in order. */
  static List<Step> own() {
    return FILES.stream().map(Migrations::load).toList();
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
      connection.setAutoCommit(false);
      try (Statement sql = connection.createStatement()) {
        sql.executeUpdate(step.sql());
        remember(connection, step, clock);
        connection.commit();
      } catch (SQLException trouble) {
        connection.rollback();
        throw trouble;
      } finally {
        connection.setAutoCommit(true);
      }
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

  private static Step load(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      // Line ends differ between checkouts; they must not look like another migration.
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new Step(Integer.parseInt(name.substring(0, 4)), name, sql);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
