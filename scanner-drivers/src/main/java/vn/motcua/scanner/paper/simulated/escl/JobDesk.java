package vn.motcua.scanner.paper.simulated.escl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Takes jobs in, tells how they stand, and cancels them. */
final class JobDesk {
  private final Machine machine;
  private final String root;

  /**
   * A desk.
   *
   * @param root the path of the service, for example {@code /eSCL}
   */
  JobDesk(Machine machine, String root) {
    this.machine = machine;
    this.root = root;
  }

  /** {@code POST ScanJobs}. */
  HttpAnswer create(HttpRequest request, String origin) {
    return machine.locked(() -> taken(request, origin));
  }

  private HttpAnswer taken(HttpRequest request, String origin) {
    FaultPlan plan = machine.plan();
    machine.active().ifPresent(machine::quiet);
    machine.catchUp(true);
    Optional<HttpAnswer> refused = unwilling(plan);
    if (refused.isPresent()) {
      return refused.get();
    }
    String type = request.header("content-type").orElse("text/xml").toLowerCase(Locale.ROOT);
    if (!type.contains("xml")) {
      return HttpAnswer.empty(415);
    }
    if (!machine.model().duplex()
        && new String(request.body(), StandardCharsets.UTF_8).contains("Duplex>true<")
        && plan.strikes(EsclFault.WEDGES_ON_DUPLEX, 0)) {
      machine.wedge();
      return HttpAnswer.empty(503);
    }
    ScanTicket ticket;
    try {
      ticket = TicketReader.read(request.body(), machine.model());
    } catch (TicketReader.Refused e) {
      return HttpAnswer.text(e.status(), "text/plain", e.getMessage() + "\n");
    }
    if (machine.active().isPresent()) {
      return HttpAnswer.empty(503).with("Retry-After", "1");
    }
    boolean nothing =
        ticket.feeder()
            ? machine.path().state() != PathState.CLEAR
                || plan.strikes(EsclFault.EMPTY_FEEDER_409, 0)
            : machine.path().nothingAnywhere();
    if (nothing) {
      return HttpAnswer.empty(409);
    }
    ScanJob job = new ScanJob(ticket, machine.now());
    machine.add(job);
    return located(HttpAnswer.empty(201), "/ScanJobs/" + job.id(), origin);
  }

  private static Optional<HttpAnswer> unwilling(FaultPlan plan) {
    if (plan.strikes(EsclFault.REFUSES_401, 0)) {
      return Optional.of(HttpAnswer.empty(401).with("WWW-Authenticate", "Basic realm=\"scanner\""));
    }
    if (plan.strikes(EsclFault.REFUSES_403, 0)) {
      return Optional.of(HttpAnswer.empty(403));
    }
    if (plan.strikes(EsclFault.BUSY, 0)) {
      return Optional.of(HttpAnswer.empty(503).with("Retry-After", "5"));
    }
    return storm(plan, 0);
  }

  /** What keeps a request from being served for the moment. */
  static Optional<HttpAnswer> storm(FaultPlan plan, int page) {
    if (plan.strikes(EsclFault.STORM_503, page)) {
      return Optional.of(HttpAnswer.empty(503).with("Retry-After", "1"));
    }
    if (plan.strikes(EsclFault.STORM_503_BARE, page)) {
      return Optional.of(HttpAnswer.empty(503));
    }
    if (plan.strikes(EsclFault.ERROR_500, page)) {
      return Optional.of(HttpAnswer.empty(500));
    }
    return Optional.empty();
  }

  private HttpAnswer located(HttpAnswer answer, String job, String origin) {
    FaultPlan plan = machine.plan();
    if (plan.strikes(EsclFault.NO_LOCATION, 0)) {
      return answer;
    }
    String location = origin + root + job;
    if (plan.strikes(EsclFault.RELATIVE_LOCATION, 0)) {
      location = root + job;
    } else if (plan.strikes(EsclFault.BARE_LOCATION, 0)) {
      location = job.substring(1);
    } else if (plan.strikes(EsclFault.FOREIGN_LOCATION, 0)) {
      location = "http://scanner.invalid" + root + job;
    }
    return answer.with("Location", location);
  }

  /** {@code GET ScannerStatus}. */
  HttpAnswer status() {
    return machine.locked(() -> {
      machine.catchUp(false);
      if (machine.plan().strikes(EsclFault.HTML_STATUS, 0)) {
        return HttpAnswer.text(200, "text/html", "<html><body>Xin chào</body></html>\n");
      }
      boolean busy = machine.active().isPresent() || machine.plan().waits(EsclFault.BUSY, 0);
      PathState path = machine.path().state();
      String state = busy ? "Processing" : path == PathState.CLEAR ? "Idle" : "Stopped";
      return HttpAnswer.xml(
          StatusSheet.status(
              machine.model(), state, feeder(), machine.jobs(), root, machine.now()));
    });
  }

  private String feeder() {
    if (!machine.model().feeder()) {
      return "";
    }
    if (machine.path().state() != PathState.CLEAR) {
      return machine.path().state().word();
    }
    if (machine.plan().strikes(EsclFault.ALWAYS_SAYS_EMPTY, 0)) {
      return "ScannerAdfEmpty";
    }
    boolean running =
        machine.active().filter(job -> job.ticket().feeder()).filter(ScanJob::begun).isPresent();
    if (running) {
      return "ScannerAdfProcessing";
    }
    return machine.seemsEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded";
  }

  /** {@code DELETE ScanJobs/…}: the paper that is on its way goes out, the rest stays. */
  HttpAnswer cancel(String id) {
    return machine.locked(() -> {
      machine.catchUp(false);
      Optional<ScanJob> job = machine.find(id);
      job.ifPresent(found -> machine.end(found, JobState.CANCELED, "JobCanceledByUser"));
      return HttpAnswer.empty(job.isPresent() ? 200 : 404);
    });
  }

  /** {@code GET ScanJobs/…/ScanImageInfo}: of the page that was delivered last. */
  HttpAnswer imageInfo(String id) {
    return machine.locked(() -> {
      machine.catchUp(false);
      Optional<ScanJob> job = machine.find(id);
      job.ifPresent(found -> found.touch(machine.now()));
      return job.flatMap(ScanJob::last)
          .map(page -> HttpAnswer.xml(StatusSheet.imageInfo(job.orElseThrow(), page, root)))
          .orElse(HttpAnswer.empty(404));
    });
  }
}
