package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardReader;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.Discovery;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** Where a technician finds devices and tries them. All methods block. */
public final class DeviceDesk {
  /** Enough to judge a test page by, and quick. */
  private static final int TEST_DPI = 150;

  private final ScanDrivers drivers;
  private final Devices devices;
  private final TestPage testPage;

  /**
   * @param drivers the scan drivers
   * @param devices card and barcode readers
   * @param temporary where test pages go
   */
  public DeviceDesk(List<ScanDriver> drivers, Devices devices, Path temporary) {
    this.drivers = new ScanDrivers(drivers);
    this.devices = devices;
    this.testPage = new TestPage(temporary);
  }

  /**
   * Every device that can be found now. A scan driver that does not answer in time stands in the
   * list as one row that is {@link DeviceState#OFFLINE}.
   */
  public List<DeviceRow> devices() {
    List<DeviceRow> rows = new ArrayList<>();
    Discovery found = drivers.discover();
    new ScannerAbilities(drivers)
        .of(found.scanners())
        .forEach((scanner, can) -> rows.add(row(scanner, can)));
    found.silent().forEach(driver -> rows.add(silent(driver)));
    devices.cardReaders().forEach(reader -> rows.add(row(reader)));
    devices.barcodeReaders().forEach(reader -> rows.add(row(reader)));
    return rows;
  }

  /**
   * Scans one page with {@code scanner} into a picture file.
   *
   * @param scanner id of a row of kind SCANNER
   * @return a JPEG or PNG file in a temporary folder
   * @throws FaultException what the scanner reported
   * @throws CancellationException if it was cancelled before there was a page
   */
  public Path tryScan(String scanner, Cancellation cancellation) throws FaultException {
    ScannerId id = id(scanner);
    ScanDriver driver =
        drivers
            .find(id)
            .orElseThrow(() -> new FaultException(new ScanFault.Offline(), "no such driver"));
    return testPage.scan(driver, id, settings(driver.capabilities(id)), cancellation);
  }

  /** Reads the card on {@code reader}. */
  public ChipOutcome tryCard(String reader, AccessKeys keys, Cancellation cancellation) {
    return devices.readCard(reader, keys, ReadPurpose.LOOKUP, step -> {}, cancellation);
  }

  /**
   * Waits for the next scan of any barcode reader until cancelled.
   *
   * @throws InterruptedException if it was cancelled
   */
  public BarcodeEvent tryCode(Cancellation cancellation) throws InterruptedException {
    BlockingQueue<Optional<BarcodeEvent>> events = new LinkedBlockingQueue<>();
    Runnable end = devices.onCode(event -> events.add(Optional.of(event)));
    try {
      cancellation.onCancel(() -> events.add(Optional.empty()));
      return events.take().orElseThrow(() -> new InterruptedException("cancelled"));
    } finally {
      end.run();
    }
  }

  private static ScannerId id(String scanner) throws FaultException {
    try {
      return ScannerId.parse(scanner);
    } catch (IllegalArgumentException notAnId) {
      throw new FaultException(new ScanFault.Offline(), notAnId);
    }
  }

  private static ScanSettings settings(ScannerCapabilities can) {
    PaperSource source =
        can.sources().contains(PaperSource.FLATBED)
            ? PaperSource.FLATBED
            : first(can.sources(), PaperSource.FEEDER);
    int dpi =
        can.resolutions().stream()
            .filter(known -> known >= 50 && known <= 1200)
            .min(Comparator.comparingInt(known -> Math.abs(known - TEST_DPI)))
            .orElse(TEST_DPI);
    return new ScanSettings(source, first(can.modes(), ColourMode.COLOUR), dpi);
  }

  private static <T> T first(Set<T> offered, T wanted) {
    return offered.contains(wanted) || offered.isEmpty() ? wanted : offered.iterator().next();
  }

  private static DeviceRow row(Scanner scanner, Optional<ScannerCapabilities> can) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("address", scanner.id().address());
    can.ifPresent(known -> details.putAll(ScannerAbilities.facts(known)));
    return new DeviceRow(
        scanner.id().toString(),
        DeviceRow.Kind.SCANNER,
        scanner.name(),
        scanner.id().driver(),
        scanner.state(),
        scanner.simulated(),
        details);
  }

  private static DeviceRow silent(String driver) {
    return new DeviceRow(
        driver + ":", DeviceRow.Kind.SCANNER, driver, driver, DeviceState.OFFLINE, false, Map.of());
  }

  private static DeviceRow row(CardReader reader) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("card", reader.cardPresent());
    return new DeviceRow(
        reader.name(),
        DeviceRow.Kind.CARD_READER,
        reader.name(),
        reader.simulated() ? "simulated" : "pcsc",
        reader.state(),
        reader.simulated(),
        details);
  }

  private static DeviceRow row(BarcodeReader reader) {
    return new DeviceRow(
        reader.id(),
        DeviceRow.Kind.BARCODE_READER,
        reader.id(),
        reader.driver(),
        reader.state(),
        reader.driver().equals("simulated"),
        Map.of());
  }
}
