package vn.motcua.kiosk.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * The only thread that writes. What waits when it is free is committed together (group commit), so
 * that ten writers pay one forced write and not ten; a piece of work that fails takes nothing else
 * with it.
 *
 * <p>Once the disk has refused to force what was written, nothing is written any more: the system
 * forgets such pages and would call the next attempt a success (Rebello et al., "Can Applications
 * Recover from fsync Failures?", USENIX ATC 2020). Opening the store anew looks at what is there.
 */
final class Writer implements AutoCloseable {
  /** Work inside a transaction; it may be run again if the first commit fails. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException, FaultException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_TOGETHER = 128;
  private static final int CHECKPOINT_AFTER = 256;

  private static final class Job<T> {
    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private boolean failed;

    Job(Work<T> work) {
      this.work = work;
    }

    void attempt(Connection connection) throws SQLException, FaultException {
      result = work.run(connection);
    }

    void committed() {
      done.complete(result);
    }

    void failed(Throwable why) {
      failed = true;
      done.completeExceptionally(why);
    }
  }

  private final Connection connection;
  private final Path folder;
  private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(4096);
  private final Job<Boolean> end = new Job<>(ignored -> true);
  private final Thread thread;
  private final Object gate = new Object();
  private @Nullable FaultException stopped;
  private int sinceCheckpoint;
  private boolean closed;

  Writer(Connection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
    thread = Thread.ofPlatform().name("store-writer").daemon(true).start(this::loop);
  }

  /**
   * Runs {@code work} in a transaction and returns when it is on the disk.
   *
   * @throws FaultException its own fault, or the store's; then nothing of it was written, unless it
   *     is {@link StoreFault.Disk}: whether a disk that failed kept it is known when the store is
   *     opened again
   */
  <T> T write(Work<T> work) throws FaultException {
    return await(later(work));
  }

  /** Takes {@code work} into the queue and returns at once. */
  <T> CompletableFuture<T> later(Work<T> work) {
    Job<T> job = new Job<>(work);
    submit(job);
    return job.done;
  }

  @Override
  public void close() {
    synchronized (gate) {
      if (closed) {
        return;
      }
      closed = true;
      put(end);
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException wait) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(Job<?> job) {
    synchronized (gate) {
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      put(job);
    }
  }

  private void put(Job<?> job) {
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(job);
        break;
      } catch (InterruptedException wait) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits whatever happens: an interrupted caller must still learn whether it was written. */
  static <T> T await(CompletableFuture<T> done) throws FaultException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return done.get();
        } catch (InterruptedException wait) {
          interrupted = true;
        } catch (ExecutionException failure) {
          throw rethrow(failure.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static FaultException rethrow(@Nullable Throwable cause) {
    return switch (cause) {
      case FaultException fault -> new FaultException(fault.fault(), fault);
      case RuntimeException bug -> throw new IllegalStateException("writing failed", bug);
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException("writing failed", cause);
    };
  }

  private void loop() {
    List<Job<?>> together = new ArrayList<>();
    boolean goOn = true;
    while (goOn) {
      together.clear();
      try {
        together.add(queue.take());
      } catch (InterruptedException nobodyDoesThat) {
        continue;
      }
      queue.drainTo(together, MOST_TOGETHER - 1);
      goOn = !together.remove(end);
      if (!together.isEmpty()) {
        commit(together);
      }
    }
  }

  private void commit(List<Job<?>> jobs) {
    if (stopped != null) {
      FaultException why = stopped;
      jobs.forEach(job -> job.failed(why));
      return;
    }
    try {
      sql("BEGIN IMMEDIATE");
      for (Job<?> job : jobs) {
        attempt(job);
      }
      sql("COMMIT");
    } catch (SQLException trouble) {
      rollback();
      List<Job<?>> left = jobs.stream().filter(job -> !job.failed).toList();
      if (Trouble.isUnsafe(trouble)) {
        stop(trouble);
      }
      if (jobs.size() == 1) {
        left.forEach(job -> job.failed(told(trouble)));
      } else {
        // Which of them was it? Each gets its own transaction now.
        left.forEach(job -> commit(List.of(job)));
      }
      return;
    }
    jobs.stream().filter(job -> !job.failed).forEach(Job::committed);
    checkpoint();
  }

  private void stop(SQLException trouble) {
    FaultException why =
        Trouble.of(trouble, folder)
            .orElseGet(() -> new FaultException(new StoreFault.Disk(), trouble));
    LOG.error("the disk failed, nothing is written any more", why);
    stopped = why;
  }

  /**
   * SQLite moves its log into the database by itself, and keeps it to itself if that fails. Now and
   * then it is asked to in a way that tells.
   */
  private void checkpoint() {
    if (++sinceCheckpoint < CHECKPOINT_AFTER) {
      return;
    }
    sinceCheckpoint = 0;
    try {
      sql("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (SQLException trouble) {
      if (Trouble.isUnsafe(trouble)) {
        stop(trouble);
      } else {
        // Nothing is lost: all of it is in the log still.
        LOG.warn("the log could not be moved into the database", trouble);
      }
    }
  }

  /** Runs one job; what is its own mistake undoes it alone, trouble of the store undoes all. */
  private void attempt(Job<?> job) throws SQLException {
    sql("SAVEPOINT job");
    try {
      job.attempt(connection);
    } catch (SqlTrouble hidden) {
      undo(job, hidden.sql());
    } catch (SQLException trouble) {
      undo(job, trouble);
    } catch (FaultException | RuntimeException | Error why) {
      sql("ROLLBACK TO job");
      job.failed(why);
    }
    sql("RELEASE job");
  }

  private void undo(Job<?> job, SQLException trouble) throws SQLException {
    if (Trouble.of(trouble, folder).isPresent()) {
      throw trouble;
    }
    sql("ROLLBACK TO job");
    job.failed(new IllegalStateException(trouble));
  }

  private Throwable told(SQLException trouble) {
    Optional<FaultException> fault = Trouble.of(trouble, folder);
    return fault.isPresent() ? fault.get() : new IllegalStateException(trouble);
  }

  private void rollback() {
    try {
      sql("ROLLBACK");
    } catch (SQLException gone) {
      // SQLite ends the transaction by itself when the disk is full.
      LOG.debug("nothing left to roll back", gone);
    }
  }

  private void sql(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
