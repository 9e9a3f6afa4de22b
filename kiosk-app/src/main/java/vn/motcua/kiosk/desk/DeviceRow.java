package vn.motcua.kiosk.desk;

import java.util.Map;
import vn.motcua.scanner.DeviceState;

/**
 * A device as the technician sees it.
 *
 * @param id how to address it again
 * @param kind what it is
 * @param name vendor and model
 * @param driver which driver reached it
 * @param state what it is good for now
 * @param simulated true if there is nothing behind it
 * @param details further facts in display order: texts, numbers, truths and lists of them
 */
public record DeviceRow(
    String id,
    Kind kind,
    String name,
    String driver,
    DeviceState state,
    boolean simulated,
    Map<String, Object> details) {
  /** What kind of device it is. */
  public enum Kind {
    SCANNER,
    CARD_READER,
    BARCODE_READER,
    PRINTER
  }
}
