package vn.motcua.kiosk.ui.counter;

import java.util.List;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** A driver that notes when it last said that it stopped. */
final class TimedDriver implements ScanDriver {
  private final ScanDriver driver;
  private volatile long stopped;

  TimedDriver(ScanDriver driver) {
    this.driver = driver;
  }

  /** {@link System#nanoTime} of the moment before the last fault was handed over. */
  long stopped() {
    return stopped;
  }

  @Override
  public String name() {
    return driver.name();
  }

  @Override
  public List<Scanner> discover() {
    return driver.discover();
  }

  @Override
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    return driver.capabilities(device);
  }

  @Override
  public ScanOutcome scan(
      ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    ScanOutcome outcome = driver.scan(device, settings, pages, cancellation);
    stopped = System.nanoTime();
    return outcome;
  }
}
