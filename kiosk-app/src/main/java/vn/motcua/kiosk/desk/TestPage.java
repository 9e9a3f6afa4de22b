package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/** One page, however full the feeder is, for a technician to judge a scanner by. */
final class TestPage {
  private final Path temporary;

  /**
   * @param temporary where test pages go; made if need be
   */
  TestPage(Path temporary) {
    this.temporary = temporary;
  }

  /**
   * Scans it into a picture file.
   *
   * @throws FaultException what the scanner reported
   * @throws CancellationException if it was cancelled before there was a page
   */
  Path scan(ScanDriver driver, ScannerId device, ScanSettings settings, Cancellation cancellation)
      throws FaultException {
    Cancellation enough = new Cancellation();
    cancellation.onCancel(enough::cancel);
    AtomicReference<Optional<Path>> page = new AtomicReference<>(Optional.empty());
    Durable.folder(temporary);
    ScanOutcome outcome =
        driver.scan(
            device,
            settings,
            scanned -> {
              if (page.get().isEmpty()) {
                Path file =
                    temporary.resolve(
                        "test-" + UUID.randomUUID() + "." + scanned.format().extension());
                Durable.write(file, scanned.image());
                page.set(Optional.of(file));
              }
              enough.cancel();
            },
            enough);
    if (page.get().isPresent()) {
      return page.get().get();
    }
    switch (outcome) {
      case ScanOutcome.Stopped stopped -> throw new FaultException(stopped.fault());
      case ScanOutcome.Cancelled _ -> throw new CancellationException();
      case ScanOutcome.Completed _ -> throw new FaultException(new ScanFault.FeederEmpty());
    }
  }
}
