package vn.motcua.scanner.paper.simulated.escl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What the device knows: its paper, its jobs (one at a time), its faults. Everything happens under
 * one lock; nothing slow does.
 */
final class Machine {
  private static final int REMEMBERED = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ScanJob> jobs = new ArrayDeque<>();
  private final EsclModel model;
  private final PaperPath path;
  private final FaultPlan plan;
  private final Clock clock;
  private final Duration patience;
  private boolean wedged;

  /**
   * Switched on.
   *
   * @param patience how long a job may be left alone before it is aborted
   */
  Machine(EsclModel model, PaperPath path, FaultPlan plan, Clock clock, Duration patience) {
    this.model = model;
    this.path = path;
    this.plan = plan;
    this.clock = clock;
    this.patience = patience;
  }

  EsclModel model() {
    return model;
  }

  PaperPath path() {
    return path;
  }

  FaultPlan plan() {
    return plan;
  }

  Instant now() {
    return clock.instant();
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Waits, with the lock given up, until something changed or the time is over. */
  void await(Duration longest) throws InterruptedException {
    long nanos = changed.awaitNanos(longest.toNanos());
    assert nanos <= longest.toNanos();
  }

  /** Waits until nothing is on its way for {@code job}, but not for long. */
  boolean quiet(ScanJob job) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    try {
      while (job.transferring() && System.nanoTime() < end) {
        await(Duration.ofMillis(100));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !job.transferring();
  }

  /** Lets everything happen that time has brought about. */
  void catchUp(boolean jobAsked) {
    Instant now = now();
    Optional<ScanJob> active = active();
    if (active.isPresent()
        && !active.get().transferring()
        && now.isAfter(active.get().touched().plus(patience))) {
      end(active.get(), JobState.ABORTED, "AbortedBySystem");
    }
    if (active().isEmpty()) {
      path.attend(now, jobAsked);
      if (path.state() == PathState.CLEAR) {
        for (EsclFault fault : EsclFault.values()) {
          Optional<PathState> after = PathState.after(fault);
          if (after.isPresent() && fault != EsclFault.EMPTY_FEEDER_JAMS && plan.strikes(fault, 0)) {
            path.block(after.get(), now);
            break;
          }
        }
      }
    }
  }

  Optional<ScanJob> active() {
    return Optional.ofNullable(jobs.peekFirst()).filter(job -> !job.state().over());
  }

  Optional<ScanJob> find(String id) {
    return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
  }

  List<ScanJob> jobs() {
    return List.copyOf(jobs);
  }

  void add(ScanJob job) {
    jobs.addFirst(job);
    if (jobs.size() > REMEMBERED) {
      jobs.removeLast();
    }
  }

  /** Ends a job; a sheet that is on its way goes out, with both its sides. */
  void end(ScanJob job, JobState how, String why) {
    if (job.state().over()) {
      return;
    }
    job.end(how, why);
    if (job.ticket().feeder()) {
      int sides = job.transferring() ? 1 : 0;
      if (job.ticket().duplex()) {
        sides += (job.delivered() + sides) % 2;
      }
      for (int i = Math.min(sides, path.left()); i > 0; i--) {
        path.pass();
      }
    }
    if (path.state() == PathState.CLEAR) {
      path.jobEnded(now());
    }
  }

  /** The paper stops on its way; the sheet lies on the pile again, with both its sides. */
  void stop(ScanJob job, PathState by) {
    path.block(by, now());
    if (job.ticket().duplex() && job.delivered() % 2 == 1) {
      path.back();
    }
    job.end(JobState.ABORTED, "ResourcesAreNotReady");
  }

  /** Whether the feeder would find nothing. */
  boolean seemsEmpty() {
    return path.left() == 0
        || plan.waits(EsclFault.EMPTY_FEEDER, 0)
        || plan.waits(EsclFault.EMPTY_FEEDER_409, 0)
        || plan.waits(EsclFault.EMPTY_FEEDER_JAMS, 0);
  }

  boolean wedged() {
    return wedged;
  }

  void wedge() {
    wedged = true;
  }

  /** Off and on again: no job, a clear path, awake. */
  void reset() {
    active().ifPresent(job -> end(job, JobState.ABORTED, "AbortedBySystem"));
    path.clear();
    wedged = false;
  }
}
