package vn.motcua.scanner.paper.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/**
 * One simulated scanner. Somebody at a desk loads pictures into its feeder, lays one on its glass
 * and makes it fail; whoever scans sees an ordinary driver. Safe for use by several threads.
 *
 * <p>A picture leaves the feeder when its page was accepted, so that after a fault the same page
 * comes again, as if a person had put it back. Pictures are given as they are in colour, with their
 * own dots per inch if they name them; for grey and black and white they are encoded anew.
 */
public final class SimulatedScanDriver implements ScanDriver {
  private static final String NAME = "simulated";
  private static final List<Integer> RESOLUTIONS = List.of(100, 150, 200, 240, 300, 400, 600);
  private static final double WIDTH_MILLIMETRES = 216;
  private static final double HEIGHT_MILLIMETRES = 356;

  private final ScannerId id;
  private final String label;
  private final Duration perPage;
  private final SimulatedTray tray = new SimulatedTray();

  /** A scanner {@code simulated:desk} that works without delay. */
  public SimulatedScanDriver() {
    this("desk", "Máy quét mô phỏng", Duration.ZERO);
  }

  /**
   * @param address the id after the colon
   * @param label what a person calls it
   * @param perPage how long a page takes
   */
  public SimulatedScanDriver(String address, String label, Duration perPage) {
    this.id = new ScannerId(NAME, address);
    this.label = label;
    this.perPage = perPage;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The id of the one device. */
  public ScannerId device() {
    return id;
  }

  /** Puts pictures (JPEG, PNG or TIFF) under those that the feeder holds. */
  public void load(List<byte[]> pictures) {
    tray.load(pictures);
  }

  /** Puts picture files under those that the feeder holds. */
  public void loadFiles(List<Path> files) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (Path file : files) {
      pictures.add(Files.readAllBytes(file));
    }
    tray.load(pictures);
  }

  /** Lays a picture on the glass; it stays there until another comes or {@link #unload}. */
  public void layOnGlass(byte[] picture) {
    tray.layOnGlass(picture);
  }

  /** Pictures that the feeder holds. */
  public int loaded() {
    return tray.loaded();
  }

  /** Takes everything out of the feeder and off the glass. */
  public void unload() {
    tray.unload();
  }

  /** The next page jams, and so does every one until {@link #clear}. */
  public void jam() {
    fail(new ScanFault.Jam(), 0);
  }

  /**
   * Makes the device fail after {@code pages} more pages were accepted. Jams, open covers and
   * whatever else needs a hand stay until {@link #clear}; a double feed, a lost page and a bad
   * image strike once.
   */
  public void fail(ScanFault fault, int pages) {
    tray.fail(fault, pages);
  }

  /** Mends whatever is broken; the paper stays. */
  public void clear() {
    tray.clear();
  }

  @Override
  public List<Scanner> discover() {
    DeviceState state = tray.state();
    return state == DeviceState.OFFLINE ? List.of() : List.of(new Scanner(id, label, state, true));
  }

  @Override
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    if (!device.equals(id) || tray.state() == DeviceState.OFFLINE) {
      throw new FaultException(new ScanFault.Offline());
    }
    return new ScannerCapabilities(
        Set.of(PaperSource.values()),
        Set.of(ColourMode.values()),
        RESOLUTIONS,
        WIDTH_MILLIMETRES,
        HEIGHT_MILLIMETRES);
  }

  @Override
  public ScanOutcome scan(
      ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    if (!device.equals(id)) {
      return new ScanOutcome.Stopped(new ScanFault.Offline(), 0);
    }
    if (!RESOLUTIONS.contains(settings.dpi())) {
      return new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("dpi"), 0);
    }
    ScanArea area = settings.area();
    if (beyond(area.left() + area.width(), WIDTH_MILLIMETRES)
        || beyond(area.top() + area.height(), HEIGHT_MILLIMETRES)) {
      return new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("size"), 0);
    }
    if (!tray.begin()) {
      return new ScanOutcome.Stopped(new ScanFault.Busy(), 0);
    }
    try {
      return run(settings, pages, cancellation);
    } finally {
      tray.end();
    }
  }

  private static boolean beyond(double edge, double limit) {
    return Double.isFinite(edge) && edge > limit;
  }

  private ScanOutcome run(ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    CountDownLatch cancelled = new CountDownLatch(1);
    cancellation.onCancel(cancelled::countDown);
    boolean glass = settings.source() == PaperSource.FLATBED;
    int accepted = 0;
    try {
      while (true) {
        if (cancelled(cancelled)) {
          return new ScanOutcome.Cancelled(accepted);
        }
        pages.event(new ScanEvent.PageBegun(accepted + 1));
        byte[] picture = glass ? tray.glass() : tray.next();
        ScannedPage page = SimulatedPage.of(accepted + 1, picture, settings);
        pages.accept(page);
        accepted++;
        tray.accepted(glass);
        if (glass) {
          return new ScanOutcome.Completed(accepted);
        }
      }
    } catch (FaultException e) {
      return e.fault() instanceof ScanFault.FeederEmpty && accepted > 0
          ? new ScanOutcome.Completed(accepted)
          : new ScanOutcome.Stopped(e.fault(), accepted);
    }
  }

  /** Lets the time of a page pass; true if the job was cancelled before or meanwhile. */
  private boolean cancelled(CountDownLatch cancelled) {
    try {
      return cancelled.await(perPage.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
