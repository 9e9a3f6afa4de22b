package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/** One job at one device: look, ask, page after page, leave it as it was. */
final class EsclJob {
  private static final Logger LOG = LoggerFactory.getLogger(EsclJob.class);

  /** Pages of a job; no feeder holds more. */
  static final int MOST_PAGES = 2000;

  private final EsclConfig config;
  private final EsclPeer peer;
  private final Abort abort;
  private final ScanSettings settings;
  private final PageReceiver pages;
  private int accepted;
  private @Nullable String left;
  private EsclJobs.Running remembered = EsclJobs.NONE.started("", "");

  EsclJob(
      EsclConfig config, EsclPeer peer, Abort abort, ScanSettings settings, PageReceiver pages) {
    this.config = config;
    this.peer = peer;
    this.abort = abort;
    this.settings = settings;
    this.pages = pages;
  }

  ScanOutcome run(Cancellation cancellation) {
    cancellation.onCancel(abort::now);
    try {
      return work();
    } catch (CancelledException e) {
      return new ScanOutcome.Cancelled(accepted);
    } catch (FaultException e) {
      if (e.fault() instanceof ScanFault && abort.isWished()) {
        return new ScanOutcome.Cancelled(accepted);
      }
      LOG.warn("stopped {}: {}", peer.address(), e.getMessage());
      return new ScanOutcome.Stopped(e.fault(), accepted);
    } catch (IOException e) {
      LOG.warn("lost {}: {}", peer.address(), e.toString());
      return new ScanOutcome.Stopped(new ScanFault.Offline(), accepted);
    } finally {
      leave();
    }
  }

  private boolean feeder() {
    return settings.source() != PaperSource.FLATBED;
  }

  private ScanOutcome work() throws IOException, FaultException {
    abort.check();
    EsclCapabilities can = peer.capabilities();
    EsclOverride override = config.override(peer.address(), can.uuid());
    ScanTicket ticket = ScanTicket.of(can, settings, override);
    endAbandoned();
    if (feeder()) {
      feederReady(override);
    }
    String job = new JobStart(peer, config.timeouts(), abort, pages).create(ticket, override);
    left = job;
    remembered = config.jobs().started(peer.address().authority(), job);
    PageIntake intake = new PageIntake(ticket, pages::event);
    NextPage next = new NextPage(peer, config.timeouts(), abort, pages, intake, job, feeder());
    while (true) {
      Optional<ScannedPage> page = next.get(accepted);
      if (page.isEmpty()) {
        left = null;
        return next.wasCancelled()
            ? new ScanOutcome.Cancelled(accepted)
            : new ScanOutcome.Completed(accepted);
      }
      pages.accept(page.get());
      accepted++;
      if (!feeder()) {
        return new ScanOutcome.Completed(accepted);
      }
      abort.check();
      if (accepted == MOST_PAGES) {
        throw new FaultException(new ScanFault.DeviceError(), "a feeder without end");
      }
      if (!override.pauseBeforeNextPage().equals(Duration.ZERO)) {
        abort.sleep(override.pauseBeforeNextPage());
      }
    }
  }

  /** Some devices jam when they are started with nothing in their feeder. */
  private void feederReady(EsclOverride override) throws IOException, FaultException {
    EsclStatus status = peer.status(config.timeouts().reply());
    Optional<ScanFault> fault = status.feederFault();
    if (fault.isPresent()) {
      throw new FaultException(fault.get(), status.adf());
    }
    if (status.feederEmpty() && !override.forceFeeder()) {
      throw new FaultException(new ScanFault.FeederEmpty(), status.adf());
    }
  }

  /** A job that has not come to its end would keep the device busy. */
  private void leave() {
    String job = left;
    if (job == null || endedByItself(job)) {
      remembered.close();
      return;
    }
    try {
      peer.delete(job);
      remembered.close();
    } catch (IOException | FaultException e) {
      remembered.letGo(); // the next scan tries it again
      LOG.debug("job {} could not be ended: {}", job, e.toString());
    }
  }

  /** A program of this machine that died left its job behind, and the device busy with it. */
  private void endAbandoned() throws IOException, FaultException {
    for (String job : config.jobs().abandoned(peer.address().authority())) {
      LOG.info("ends job {} of a program that died", job);
      peer.delete(job);
    }
  }

  /** A glass gives one page, and most devices close the job with it. */
  private boolean endedByItself(String job) {
    if (feeder() || accepted == 0 || abort.isWished()) {
      return false;
    }
    try {
      EsclStatus status = peer.status(config.timeouts().goodbye());
      return status.job(job).map(each -> !each.alive()).orElse(false);
    } catch (IOException | FaultException e) {
      return false;
    }
  }
}
