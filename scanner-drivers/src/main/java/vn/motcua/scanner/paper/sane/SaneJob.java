package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/** One job at one device: connect, set up, page after page, give the device back. */
final class SaneJob {
  private static final Logger LOG = LoggerFactory.getLogger(SaneJob.class);

  private final SaneTimeouts timeouts;
  private final SaneAddress address;
  private final ScanSettings settings;
  private final Map<String, String> options;
  private int accepted;
  private boolean midPage;

  SaneJob(
      SaneTimeouts timeouts,
      SaneAddress address,
      ScanSettings settings,
      Map<String, String> options) {
    this.timeouts = timeouts;
    this.address = address;
    this.settings = settings;
    this.options = options;
  }

  ScanOutcome run(PageReceiver pages, Cancellation cancellation) {
    try (SaneConnection connection = SaneConnection.open(address.host(), timeouts, cancellation);
        SaneDevice device = connection.device(address.device())) {
      SaneSetup.Ready ready = new SaneSetup(device, settings, options).apply();
      PageAssembly assembly = new PageAssembly(device, settings, pages);
      do {
        SaneFrame first = start(device);
        pages.event(new ScanEvent.PageBegun(accepted + 1));
        ScannedPage page = assembly.read(first, accepted + 1, ready.dpi());
        midPage = false;
        pages.accept(page);
        accepted++;
      } while (ready.pageAfterPage() && !cancellation.isCancelled());
      return cancellation.isCancelled() && ready.pageAfterPage()
          ? new ScanOutcome.Cancelled(accepted)
          : new ScanOutcome.Completed(accepted);
    } catch (FaultException e) {
      return ended(e, cancellation);
    } catch (CancelledException e) {
      return new ScanOutcome.Cancelled(accepted);
    } catch (IOException e) {
      LOG.warn("lost {}: {}", address.place(), e.toString());
      return stopped(midPage ? new ScanFault.LostMidPage() : new ScanFault.Offline());
    }
  }

  private SaneFrame start(SaneDevice device) throws IOException, FaultException {
    SaneFrame frame = device.start();
    midPage = true;
    return frame;
  }

  private ScanOutcome ended(FaultException e, Cancellation cancellation) {
    boolean fromDevice = e.fault() instanceof ScanFault;
    if (fromDevice && cancellation.isCancelled()) {
      return new ScanOutcome.Cancelled(accepted);
    }
    if (e.fault() instanceof ScanFault.FeederEmpty && accepted > 0) {
      return new ScanOutcome.Completed(accepted);
    }
    LOG.warn("stopped {}: {}", address.place(), e.getMessage());
    return stopped(e.fault());
  }

  private ScanOutcome stopped(Fault fault) {
    return new ScanOutcome.Stopped(fault, accepted);
  }
}
