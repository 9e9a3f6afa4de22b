package vn.motcua.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import vn.motcua.scanner.FaultException;

/** Connections that only read: they see what is committed and never wait for the writer. */
final class Readers implements AutoCloseable {
  /** A question to the database. */
  @FunctionalInterface
  interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  private final BlockingQueue<Connection> idle;
  private final List<Connection> all;
  private final Path folder;

  Readers(List<Connection> connections, Path folder) {
    this.all = List.copyOf(connections);
    this.folder = folder;
    idle = new ArrayBlockingQueue<>(all.size(), true, all);
  }

  <T> T read(Query<T> query) throws FaultException {
    Connection connection = take();
    try {
      return query.ask(connection);
    } catch (SqlTrouble hidden) {
      throw told(hidden.sql());
    } catch (SQLException trouble) {
      throw told(trouble);
    } finally {
      idle.add(connection);
    }
  }

  @Override
  public void close() {
    for (Connection connection : all) {
      try {
        connection.close();
      } catch (SQLException gone) {
        // It only read.
      }
    }
  }

  private FaultException told(SQLException trouble) {
    Optional<FaultException> fault = Trouble.of(trouble, folder);
    return fault.orElseThrow(() -> new IllegalStateException(trouble));
  }

  private Connection take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return idle.take();
        } catch (InterruptedException wait) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
