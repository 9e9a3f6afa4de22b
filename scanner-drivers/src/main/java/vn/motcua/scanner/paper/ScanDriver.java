package vn.motcua.scanner.paper;

import java.util.List;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * One way of reaching paper scanners. Found by {@link java.util.ServiceLoader}; a vendor adds a
 * driver by putting a jar with an implementation on the class path and passes {@code
 * ScanDriverContract} with it.
 *
 * <p>Implementations are safe for use by several threads, one job a device at a time.
 */
public interface ScanDriver {
  /** The driver's name, the part of a device id before the colon, for example {@code sane}. */
  String name();

  /**
   * The devices that this driver can reach now, and, as {@link
   * vn.motcua.scanner.DeviceState#OFFLINE}, those that somebody named in its settings and that do
   * not answer. A daemon that nobody named may be missing: that is no fault as long as nobody asks
   * for its device.
   */
  List<Scanner> discover();

  /**
   * What {@code device} can do.
   *
   * @throws FaultException with {@link ScanFault.Offline} if it cannot be reached
   */
  ScannerCapabilities capabilities(ScannerId device) throws FaultException;

  /**
   * Scans until the source is empty (feeder) or after one page (flatbed). Blocks the calling
   * thread. Every page is handed to {@code pages} as soon as it is whole, and the next one is not
   * asked for before {@code pages} has returned, so that a page which was accepted is kept whatever
   * happens later.
   *
   * @return how it ended; pages that were handed over before a fault stay valid
   */
  ScanOutcome scan(
      ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation);
}
