package vn.motcua.scanner.paper.camera;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Cameras as scanners: the sheet under the camera is the one on the glass. A scan waits until the
 * sheet lies still and the picture of it is sharp. Who wants to see the picture before it counts
 * uses a {@link CameraSession} instead.
 *
 * <p>The area of the settings names the size of the sheet, from which the dots per inch follow; A4
 * if it names none. What is given is always the whole sheet.
 */
public final class CameraDriver implements ScanDriver {
  /** The part of an id before the colon. */
  public static final String NAME = "camera";

  /** Frames that a preview or a search works on. */
  static final int FRAME_WIDTH = 1280;

  static final int FRAME_HEIGHT = 720;

  private static final List<Integer> RESOLUTIONS = List.of(100, 150, 200, 300);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofMillis(200);

  /** A3, the largest sheet that document cameras see. */
  private static final SheetSize LARGEST = new SheetSize(297, 420);

  private static final double SLACK = 3;

  private final CameraSource cameras;
  private final Duration patience;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** Waits ten seconds for a sheet. */
  public CameraDriver(CameraSource cameras) {
    this(cameras, PATIENCE);
  }

  /**
   * @param patience how long to wait for a sheet that lies still
   */
  public CameraDriver(CameraSource cameras, Duration patience) {
    this.cameras = cameras;
    this.patience = patience;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Scanner> discover() {
    return cameras.list().stream()
        .map(each ->
            new Scanner(
                new ScannerId(NAME, each.name()),
                each.label(),
                busy.contains(each.name()) ? DeviceState.BUSY : DeviceState.READY,
                each.simulated()))
        .toList();
  }

  @Override
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    if (!exists(device)) {
      throw new FaultException(new ScanFault.Offline());
    }
    return new ScannerCapabilities(
        Set.of(PaperSource.FLATBED),
        Set.of(ColourMode.values()),
        RESOLUTIONS,
        LARGEST.width(),
        LARGEST.height());
  }

  private boolean exists(ScannerId device) {
    return device.driver().equals(NAME)
        && cameras.list().stream().anyMatch(each -> each.name().equals(device.address()));
  }

  @Override
  public ScanOutcome scan(
      ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    if (!exists(device)) {
      return new ScanOutcome.Stopped(new ScanFault.Offline(), 0);
    }
    Optional<String> lacking = lacking(settings);
    if (lacking.isPresent()) {
      return new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting(lacking.get()), 0);
    }
    if (!busy.add(device.address())) {
      return new ScanOutcome.Stopped(new ScanFault.Busy(), 0);
    }
    try (Camera camera = cameras.open(device.address(), FRAME_WIDTH, FRAME_HEIGHT)) {
      return scan(camera, settings, pages, cancellation);
    } catch (FaultException e) {
      return new ScanOutcome.Stopped(e.fault(), 0);
    } finally {
      busy.remove(device.address());
    }
  }

  private static Optional<String> lacking(ScanSettings settings) {
    ScanArea area = settings.area();
    if (settings.source() != PaperSource.FLATBED) {
      return Optional.of("source");
    }
    if (!RESOLUTIONS.contains(settings.dpi())) {
      return Optional.of("dpi");
    }
    boolean fits =
        (Double.isInfinite(area.width()) || area.width() <= LARGEST.width() + SLACK)
            && (Double.isInfinite(area.height()) || area.height() <= LARGEST.height() + SLACK);
    return fits && area.left() == 0 && area.top() == 0 ? Optional.empty() : Optional.of("size");
  }

  /** The sheet that an area means. */
  static SheetSize size(ScanArea area) {
    if (area.equals(ScanArea.CARD)) {
      return new SheetSize(53.98, 85.6); // ISO/IEC 7810 ID-1, without the slack around it
    }
    return Double.isInfinite(area.width()) || Double.isInfinite(area.height())
        ? SheetSize.A4
        : SheetSize.of(area.width(), area.height());
  }

  private ScanOutcome scan(
      Camera camera, ScanSettings settings, PageReceiver pages, Cancellation cancellation)
      throws FaultException {
    PageMaker maker =
        new PageMaker(size(settings.area()), settings.mode(), settings.dpi(), settings.quality());
    Steadiness steadiness = new Steadiness();
    long end = System.nanoTime() + patience.toNanos();
    boolean begun = false;
    while (System.nanoTime() < end) {
      if (cancellation.isCancelled()) {
        return new ScanOutcome.Cancelled(0);
      }
      Optional<Picture> frame = camera.frame(GLANCE);
      if (frame.isEmpty() || !steadiness.still(frame.get())) {
        continue;
      }
      if (!begun) {
        pages.event(new ScanEvent.PageBegun(1));
        begun = true;
      }
      ProposedPage page = maker.make(camera.still());
      if (page.doubts().stream().noneMatch(CameraDriver::spoils)) {
        if (cancellation.isCancelled()) {
          return new ScanOutcome.Cancelled(0);
        }
        pages.accept(page.page());
        return new ScanOutcome.Completed(1);
      }
    }
    return new ScanOutcome.Stopped(
        steadiness.seen() ? new CameraFault.Unsteady() : new ScanFault.FeederEmpty(), 0);
  }

  /** Whether nobody would keep such a page, and a moment later it may be better. */
  private static boolean spoils(Doubt doubt) {
    return switch (doubt) {
      case Doubt.NoSheet _, Doubt.Blur _ -> true;
      case Doubt.CutOff _, Doubt.Glare _, Doubt.TooDark _, Doubt.TooSmall _, Doubt.Skewed _ ->
          false;
    };
  }
}
