package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Folders as scanners. A device id is {@code folder:} and the absolute path; a folder need not be
 * configured to be scanned from, only to be discovered.
 *
 * <p>A folder takes what comes: colour mode, area and quality of the settings change nothing, for
 * what a picture has lost cannot be had back, and what it has too much can be left out later. The
 * resolution counts for pictures that do not tell theirs.
 *
 * <p>An original is never lost: it is in the folder, in {@code .mot-cua/taken} while its pages are
 * handed over, in {@code da-nhan/DATE} afterwards, in {@code trung-lap} if it was received before,
 * or in {@code khong-doc-duoc} with a sentence beside it.
 */
public final class FolderDriver implements ScanDriver {
  private static final Logger LOG = LoggerFactory.getLogger(FolderDriver.class);
  private static final String NAME = "folder";
  private static final List<Integer> RESOLUTIONS =
      List.of(75, 100, 150, 200, 240, 300, 400, 600, 1200);

  private final FolderConfig config;
  private final Set<Path> inUse = ConcurrentHashMap.newKeySet();
  private final Map<Path, FolderWatch> watches = new ConcurrentHashMap<>();

  /** Discovers no folders. For {@link java.util.ServiceLoader}. */
  public FolderDriver() {
    this(FolderConfig.of(List.of()));
  }

  public FolderDriver(FolderConfig config) {
    this.config = config;
  }

  /** The id of a folder. */
  public static ScannerId id(Path folder) {
    return new ScannerId(NAME, folder.toString());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Scanner> discover() {
    List<Scanner> found = new ArrayList<>();
    for (Path folder : config.folders()) {
      found.add(new Scanner(id(folder), label(folder), state(folder), false));
    }
    return List.copyOf(found);
  }

  private static String label(Path folder) {
    return "Thư mục quét " + (folder.getFileName() == null ? folder : folder.getFileName());
  }

  private DeviceState state(Path folder) {
    if (inUse.contains(folder)) {
      return DeviceState.BUSY;
    }
    boolean usable =
        Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
    return usable ? DeviceState.READY : DeviceState.OFFLINE;
  }

  /** All colour modes, any resolution, and no largest size (0): it depends on what comes. */
  @Override
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    folder(device);
    return new ScannerCapabilities(
        Set.of(PaperSource.FEEDER), Set.of(ColourMode.values()), RESOLUTIONS, 0, 0);
  }

  @Override
  public ScanOutcome scan(
      ScannerId device, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    Path folder;
    try {
      folder = folder(device);
    } catch (FaultException e) {
      return new ScanOutcome.Stopped(e.fault(), 0);
    }
    if (settings.source() != PaperSource.FEEDER) {
      return new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("source"), 0);
    }
    if (cancellation.isCancelled()) {
      return new ScanOutcome.Cancelled(0);
    }
    if (!inUse.add(folder)) {
      return new ScanOutcome.Stopped(new ScanFault.Busy(), 0);
    }
    try {
      return run(folder, settings, pages, cancellation);
    } finally {
      inUse.remove(folder);
    }
  }

  private ScanOutcome run(
      Path folder, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    Counted counted = new Counted(pages);
    try {
      Places places = new Places(folder, config.clock());
      places.prepare();
      Journal journal = new Journal(places.journal(), config.clock(), config.times().remember());
      try (Taking taking = Taking.begin(places, journal)) {
        Delivery delivery = new Delivery(taking, settings.dpi(), counted, cancellation);
        FolderWatch watch =
            watches.computeIfAbsent(folder, each -> new FolderWatch(each, config.times()));
        return new FolderJob(places, config.times(), watch, taking, delivery, counted, cancellation)
            .run();
      }
    } catch (FaultException e) {
      return new ScanOutcome.Stopped(e.fault(), counted.accepted);
    } catch (IOException e) {
      LOG.warn("folder {} failed", folder, e);
      return new ScanOutcome.Stopped(fault(folder, e), counted.accepted);
    }
  }

  /** Counts what was accepted, whatever ends the job. */
  private static final class Counted implements PageReceiver {
    private final PageReceiver pages;
    private int accepted;

    Counted(PageReceiver pages) {
      this.pages = pages;
    }

    @Override
    public void accept(vn.motcua.scanner.paper.ScannedPage page) throws FaultException {
      pages.accept(page);
      accepted++;
    }

    @Override
    public void event(vn.motcua.scanner.paper.ScanEvent event) {
      pages.event(event);
    }
  }

  private static Fault fault(Path folder, IOException e) {
    if (!Files.isDirectory(folder)) {
      return new ScanFault.Offline();
    }
    return e instanceof AccessDeniedException || e instanceof NotDirectoryException
        ? new ScanFault.Refused()
        : new FolderFault.Write();
  }

  /**
   * The folder that an id names. Neither the root of a file system nor somebody's home: too much
   * that is no scan would be moved there.
   */
  private static Path folder(ScannerId device) throws FaultException {
    Path folder;
    try {
      folder = Path.of(device.address()).normalize();
    } catch (InvalidPathException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
    if (!device.driver().equals(NAME) || !folder.isAbsolute() || !Files.isDirectory(folder)) {
      throw new FaultException(new ScanFault.Offline(), "no folder: " + device);
    }
    boolean home = folder.equals(Path.of(System.getProperty("user.home", "")));
    if (folder.getParent() == null || home || !Files.isReadable(folder)) {
      throw new FaultException(new ScanFault.Refused(), "not this folder: " + device);
    }
    return folder;
  }
}
