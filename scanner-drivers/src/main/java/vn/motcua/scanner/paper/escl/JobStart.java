package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;

/** Gets a device to take a job. */
final class JobStart {
  private final EsclPeer peer;
  private final EsclTimeouts timeouts;
  private final Abort abort;
  private final PageReceiver pages;

  JobStart(EsclPeer peer, EsclTimeouts timeouts, Abort abort, PageReceiver pages) {
    this.peer = peer;
    this.timeouts = timeouts;
    this.abort = abort;
    this.pages = pages;
  }

  /**
   * Asks until the device takes the job or the time for a busy one is over.
   *
   * @return the path of the job
   */
  String create(ScanTicket ticket, EsclOverride override) throws IOException, FaultException {
    long end = System.nanoTime() + timeouts.busy().toNanos();
    String settings = ticket.xml();
    while (true) {
      Duration pause;
      boolean conflict;
      try (HttpReply reply = peer.create(settings, override.hostIsLocalhost())) {
        int status = reply.status();
        if (reply.ok()) {
          Optional<String> location = reply.header("location");
          reply.close();
          return location.isPresent() ? peer.address().job(location.get()) : onlyJob();
        }
        if (status == 400 && !settings.equals(ticket.leastXml())) {
          settings = ticket.leastXml();
          continue;
        }
        if (status != 503 && status != 409) {
          throw refused(status);
        }
        pause = reply.retryAfter(timeouts.retry());
        conflict = status == 409;
      }
      feederFault(ticket.source(), conflict);
      if (System.nanoTime() + pause.toNanos() > end) {
        throw new FaultException(new ScanFault.Busy(), "takes no job");
      }
      pages.event(new ScanEvent.Waiting());
      abort.sleep(pause);
    }
  }

  /** Who forgets to say where the job is may tell in its state. */
  private String onlyJob() throws IOException, FaultException {
    List<EsclStatus.Job> alive =
        peer.status(timeouts.reply()).jobs().stream()
            .filter(job -> job.alive() && !job.path().isEmpty())
            .toList();
    if (alive.size() != 1) {
      throw new NonsenseException("a job without a Location");
    }
    return peer.address().job(alive.getFirst().path());
  }

  /** Some refuse a job with 503 or 409 for what is wrong with their feeder. */
  private void feederFault(PaperSource source, boolean conflict)
      throws IOException, FaultException {
    if (source == PaperSource.FLATBED) {
      return;
    }
    EsclStatus status = peer.status(timeouts.reply());
    Optional<ScanFault> fault = status.feederFault();
    if (fault.isPresent()) {
      throw new FaultException(fault.get(), status.adf());
    }
    if (conflict && status.feederEmpty() && status.idle()) {
      throw new FaultException(new ScanFault.FeederEmpty(), status.adf());
    }
  }

  private static FaultException refused(int status) throws NonsenseException {
    return switch (status) {
      case 401, 403 -> new FaultException(new ScanFault.Refused(), "ScanJobs: " + status);
      case 400, 415, 422 ->
          new FaultException(new ScanFault.UnsupportedSetting("settings"), "ScanJobs: " + status);
      case 500, 502, 504 -> new FaultException(new ScanFault.DeviceError(), "ScanJobs: " + status);
      default -> throw new NonsenseException("ScanJobs: " + status);
    };
  }
}
