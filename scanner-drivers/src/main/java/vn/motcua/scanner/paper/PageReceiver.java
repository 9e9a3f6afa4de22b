package vn.motcua.scanner.paper;

import vn.motcua.scanner.FaultException;

/** Takes pages as they come from a scanner. */
@FunctionalInterface
public interface PageReceiver {
  /**
   * Keeps {@code page}. When this returns, the page is safe; the driver then asks for the next.
   *
   * @throws FaultException if it cannot be kept (disk full); the driver stops the device and ends
   *     the job with that fault
   */
  void accept(ScannedPage page) throws FaultException;

  /**
   * Hears how the scan goes on, on the thread that scans. Returns at once and throws nothing. A
   * driver that learns nothing in between tells nothing.
   */
  default void event(ScanEvent event) {}
}
