package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/** Hands out the pages of a job ({@code GET …/NextDocument}), one after the other. */
final class PageDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PageDesk.class);
  private static final Duration NEEDED_PAUSE = Duration.ofMillis(200);

  private final Machine machine;
  private final PageStore store;
  private final PageSpoiler spoiler;
  private final Duration perPage;

  /**
   * A desk.
   *
   * @param perPage how long the device takes for a page; zero for as fast as it can
   */
  PageDesk(Machine machine, PageStore store, PageSpoiler spoiler, Duration perPage) {
    this.machine = machine;
    this.store = store;
    this.spoiler = spoiler;
    this.perPage = perPage;
  }

  /** Either a page that is to be read, or an answer without one. */
  private sealed interface Turn {
    /** Nothing is read. */
    record Answered(HttpAnswer answer) implements Turn {}

    /** This is read; without a source it is the white back of the last sheet. */
    record Drawn(ScanJob job, int page, Optional<Pictures.Source> source, Instant ready)
        implements Turn {}
  }

  /** The next page of a job. */
  HttpAnswer next(String id) {
    return switch (machine.locked(() -> turn(id))) {
      case Turn.Answered answered -> answered.answer();
      case Turn.Drawn drawn -> machine.locked(() -> waitFor(drawn)) ? read(drawn) : gone(drawn);
    };
  }

  private Turn turn(String id) {
    machine.catchUp(false);
    Optional<ScanJob> found = machine.find(id);
    if (found.isEmpty()) {
      return new Turn.Answered(HttpAnswer.empty(404));
    }
    ScanJob job = found.get();
    if (!machine.quiet(job)) {
      return new Turn.Answered(HttpAnswer.empty(503).with("Retry-After", "1"));
    }
    Instant now = machine.now();
    Instant before = job.touched();
    job.touch(now);
    if (job.state().over()) {
      return new Turn.Answered(end());
    }
    int page = job.delivered() + 1;
    FaultPlan plan = machine.plan();
    Optional<HttpAnswer> storm = JobDesk.storm(plan, page);
    if (storm.isPresent()) {
      return new Turn.Answered(storm.get());
    }
    if (plan.strikes(EsclFault.SILENT, page)) {
      return new Turn.Answered(HttpAnswer.empty(200).in(HttpAnswer.Manner.SILENT));
    }
    if (now.isBefore(before.plus(NEEDED_PAUSE)) && plan.strikes(EsclFault.NEEDS_PAUSE, page)) {
      return new Turn.Answered(HttpAnswer.empty(404));
    }
    return job.ticket().feeder() ? fed(job, page) : onGlass(job, page);
  }

  private Turn onGlass(ScanJob job, int page) {
    return drawn(job, page, Optional.of(machine.path().glass()));
  }

  private Turn fed(ScanJob job, int page) {
    FaultPlan plan = machine.plan();
    if (page == 1 && machine.seemsEmpty()) {
      boolean jams = plan.strikes(EsclFault.EMPTY_FEEDER_JAMS, 0);
      boolean planned = plan.strikes(EsclFault.EMPTY_FEEDER, 0);
      LOG.debug("nothing to draw, planned: {}", planned);
      if (jams) {
        machine.path().block(PathState.JAM, machine.now());
      }
      machine.end(job, JobState.ABORTED, "ResourcesAreNotReady");
      return new Turn.Answered(jams ? HttpAnswer.empty(409) : end());
    }
    for (EsclFault fault : EsclFault.values()) {
      Optional<PathState> after = PathState.after(fault);
      if (after.isPresent() && plan.strikes(fault, page)) {
        machine.stop(job, after.get());
        return new Turn.Answered(
            switch (fault) {
              case JAM_404 -> HttpAnswer.empty(404);
              case JAM_EMPTY_JPEG -> HttpAnswer.text(200, job.ticket().form().mime(), "");
              default -> HttpAnswer.empty(409);
            });
      }
    }
    boolean back = job.ticket().duplex() && page % 2 == 0;
    return drawn(
        job,
        page,
        back && machine.path().left() == 0 ? Optional.empty() : Optional.of(machine.path().top()));
  }

  private Turn drawn(ScanJob job, int page, Optional<Pictures.Source> source) {
    job.begin();
    return new Turn.Drawn(job, page, source, job.ready().plus(perPage));
  }

  /** Until the device has read the page; false if the job ended before. */
  private boolean waitFor(Turn.Drawn drawn) {
    try {
      while (!drawn.job().state().over() && machine.now().isBefore(drawn.ready())) {
        Duration left = Duration.between(machine.now(), drawn.ready());
        machine.await(left.plusMillis(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !drawn.job().state().over();
  }

  private HttpAnswer gone(Turn.Drawn drawn) {
    return machine.locked(() -> {
      drawn.job().postpone();
      return HttpAnswer.empty(404);
    });
  }

  private HttpAnswer read(Turn.Drawn drawn) {
    ScanTicket ticket = drawn.job().ticket();
    try {
      PageMaker.Page page =
          drawn.source().isPresent()
              ? store.page(drawn.source().get(), ticket)
              : PageMaker.white(ticket);
      HttpAnswer answer =
          new HttpAnswer(
              200,
              java.util.Map.of("Content-Type", page.mime()),
              page.bytes(),
              HttpAnswer.Manner.WHOLE,
              whole -> delivered(drawn, page, whole));
      return spoiler.spoil(answer, drawn.page());
    } catch (IOException | FaultException | RuntimeException e) {
      LOG.warn("a page cannot be read", e);
      return machine.locked(() -> {
        drawn.job().postpone();
        machine.end(drawn.job(), JobState.ABORTED, "AbortedBySystem");
        return HttpAnswer.empty(500);
      });
    }
  }

  private void delivered(Turn.Drawn drawn, PageMaker.Page page, boolean whole) {
    ScanJob job = drawn.job();
    boolean over =
        machine.locked(() -> {
          job.transferred(whole, Optional.of(page));
          job.touch(machine.now());
          if (!whole || job.state().over()) {
            return job.state().over(); // with its end the sheet went out
          }
          job.ready(drawn.ready());
          if (job.ticket().feeder() && drawn.source().isPresent()) {
            machine.path().pass();
          }
          boolean back = job.ticket().duplex() && job.delivered() % 2 == 1;
          if (!job.ticket().feeder() || (machine.path().left() == 0 && !back)) {
            machine.end(job, JobState.COMPLETED, "JobCompletedSuccessfully");
          }
          return job.state().over();
        });
    LOG.debug("page {} delivered: {}, job over: {}", drawn.page(), whole, over);
  }

  private HttpAnswer end() {
    return HttpAnswer.empty(machine.plan().strikes(EsclFault.END_409, 0) ? 409 : 404);
  }
}
