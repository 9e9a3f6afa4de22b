package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;

/** Where paper becomes pages, each durable before the next is asked for. All methods block. */
public final class ScanDesk {
  /** The scanners that can be found now. */
  public List<Scanner> scanners() {
    throw new UnsupportedOperationException();
  }

  /** A new, empty batch. */
  public ScanBatch begin() throws FaultException {
    throw new UnsupportedOperationException();
  }

  /**
   * Scans into {@code batch}, after the pages it already has.
   *
   * @param arrived called with each page's picture file as soon as it is durable
   */
  public ScanOutcome scan(
      ScanBatch batch,
      ScannerId scanner,
      ScanSettings settings,
      Consumer<Path> arrived,
      Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  /** Throws the batch away. */
  public void discard(ScanBatch batch) {
    throw new UnsupportedOperationException();
  }
}
