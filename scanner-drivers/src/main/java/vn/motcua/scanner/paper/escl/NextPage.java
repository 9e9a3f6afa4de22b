package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;

/** Asks a job for its next page until there is one, an end, or a reason for neither. */
final class NextPage {
  /** Looks at the state of a job that gave an empty or broken page: it may know why only soon. */
  private static final int LOOKS = 4;

  /** All of them together must not keep a person waiting for the fault. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

  private final EsclPeer peer;
  private final EsclTimeouts timeouts;
  private final Abort abort;
  private final PageReceiver pages;
  private final PageIntake intake;
  private final String job;
  private final boolean feeder;
  private boolean cancelled;

  NextPage(
      EsclPeer peer,
      EsclTimeouts timeouts,
      Abort abort,
      PageReceiver pages,
      PageIntake intake,
      String job,
      boolean feeder) {
    this.peer = peer;
    this.timeouts = timeouts;
    this.abort = abort;
    this.pages = pages;
    this.intake = intake;
    this.job = job;
    this.feeder = feeder;
  }

  /** Whether the end was somebody's wish at the device. */
  boolean wasCancelled() {
    return cancelled;
  }

  /**
   * The next page; empty at the end of the job.
   *
   * @param accepted pages before it
   */
  Optional<ScannedPage> get(int accepted) throws IOException, FaultException {
    long begun = System.nanoTime();
    while (true) {
      Duration pause = timeouts.retry();
      try (HttpReply reply = ask()) {
        int status = reply.status();
        if (status == 200 || status == 206) {
          return Optional.of(page(reply, accepted + 1));
        }
        if (status == 503) {
          pause = reply.retryAfter(timeouts.retry());
          reply.close(); // some devices talk to one connection at a time
          stillWell();
          if (past(begun, timeouts.start(), pause)) {
            throw new FaultException(new ScanFault.Busy(), "503 without end");
          }
        } else if (status == 404 || status == 409 || status == 410 || status == 204) {
          reply.close();
          if (ended(accepted, begun, pause)) {
            return Optional.empty();
          }
        } else if (status == 401 || status == 403) {
          throw new FaultException(new ScanFault.Refused(), "NextDocument: " + status);
        } else {
          reply.close();
          throw reason(
              new FaultException(new ScanFault.DeviceError(), "NextDocument: " + status), 1);
        }
      }
      pages.event(new ScanEvent.Waiting());
      abort.sleep(pause);
    }
  }

  private static boolean past(long begun, Duration bound, Duration pause) {
    return System.nanoTime() - begun + pause.toNanos() > bound.toNanos();
  }

  /** A line that breaks before the page begins: the sheet may be drawn already. */
  private HttpReply ask() throws IOException, FaultException {
    try {
      return peer.next(job);
    } catch (CancelledException | NonsenseException e) {
      throw e;
    } catch (IOException e) {
      peer.status(timeouts.reply()); // throws if nobody is there any more: offline
      throw reason(new FaultException(new ScanFault.LostMidPage(), e), 1);
    }
  }

  private ScannedPage page(HttpReply reply, int number) throws IOException, FaultException {
    try {
      return intake.page(reply, number);
    } catch (CancelledException e) {
      throw e;
    } catch (IOException e) {
      reply.close();
      throw reason(new FaultException(new ScanFault.LostMidPage(), e), 1);
    } catch (FaultException e) {
      reply.close();
      throw reason(e, LOOKS);
    }
  }

  /** Throws what is wrong with the feeder or the job, if anything is. */
  private void stillWell() throws IOException, FaultException {
    EsclStatus status = peer.status(timeouts.reply());
    Optional<ScanFault> fault = fault(status);
    if (fault.isPresent()) {
      throw new FaultException(fault.get(), status.brief(job));
    }
  }

  private Optional<ScanFault> fault(EsclStatus status) {
    Optional<ScanFault> hand = feeder ? status.feederFault() : Optional.empty();
    return hand.or(() ->
        status
            .job(job)
            .filter(EsclStatus.Job::aborted)
            .map(aborted -> status.reason(aborted, feeder)));
  }

  private boolean ended(int accepted, long begun, Duration pause)
      throws IOException, FaultException {
    EsclStatus status = peer.status(timeouts.reply());
    // A slow feeder at work is waited for longer than a device that has nothing to do.
    Duration bound = status.working() ? timeouts.busy() : timeouts.settle();
    boolean patience = !past(begun, bound, pause);
    return switch (JobEnd.of(status, job, feeder, accepted, patience)) {
      case JobEnd.Done _ -> true;
      case JobEnd.Cancelled _ -> {
        cancelled = true;
        yield true;
      }
      case JobEnd.NotYet _ -> false;
      case JobEnd.Broken broken -> throw new FaultException(broken.fault(), status.brief(job));
    };
  }

  /** What the device itself gives as the reason, else what we saw. */
  private FaultException reason(FaultException seen, int looks) throws CancelledException {
    abort.check();
    try {
      for (int i = 0; i < looks; i++) {
        if (i > 0) {
          abort.sleep(BETWEEN_LOOKS);
        }
        EsclStatus status = peer.status(timeouts.goodbye());
        Optional<ScanFault> fault = fault(status);
        if (fault.isPresent()) {
          return new FaultException(fault.get(), seen.getMessage() + ", " + status.brief(job));
        }
        if (!status.job(job).map(EsclStatus.Job::alive).orElse(false)) {
          return seen;
        }
      }
    } catch (CancelledException e) {
      throw e;
    } catch (IOException | FaultException e) {
      seen.addSuppressed(e);
    }
    return seen;
  }
}
