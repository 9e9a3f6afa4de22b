package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipOutcome;

/** Where a technician finds devices and tries them. All methods block. */
public final class DeviceDesk {
  /** Every device that can be found now. */
  public List<DeviceRow> devices() {
    throw new UnsupportedOperationException();
  }

  /**
   * Scans one page with {@code scanner} into a picture file.
   *
   * @param scanner id of a row of kind SCANNER
   * @return a JPEG or PNG file in a temporary folder
   * @throws FaultException what the scanner reported
   */
  public Path tryScan(String scanner, Cancellation cancellation) throws FaultException {
    throw new UnsupportedOperationException();
  }

  /** Reads the card on {@code reader}. */
  public ChipOutcome tryCard(String reader, AccessKeys keys, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  /** Waits for the next scan of any barcode reader until cancelled. */
  public BarcodeEvent tryCode(Cancellation cancellation) throws InterruptedException {
    throw new UnsupportedOperationException();
  }
}
