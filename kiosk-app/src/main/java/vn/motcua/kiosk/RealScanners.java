package vn.motcua.kiosk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.camera.CameraDriver;
import vn.motcua.scanner.paper.camera.ffmpeg.SystemCameras;
import vn.motcua.scanner.paper.escl.EsclAddress;
import vn.motcua.scanner.paper.escl.EsclConfig;
import vn.motcua.scanner.paper.escl.EsclDriver;
import vn.motcua.scanner.paper.escl.EsclJobs;
import vn.motcua.scanner.paper.escl.EsclOverride;
import vn.motcua.scanner.paper.escl.EsclPinFile;
import vn.motcua.scanner.paper.escl.EsclPins;
import vn.motcua.scanner.paper.folder.FolderConfig;
import vn.motcua.scanner.paper.folder.FolderDriver;
import vn.motcua.scanner.paper.folder.FolderTimes;
import vn.motcua.scanner.paper.sane.SaneConfig;
import vn.motcua.scanner.paper.sane.SaneDriver;
import vn.motcua.scanner.paper.sane.SaneHost;

/** The ways to paper scanners, as the settings of this machine name them. */
final class RealScanners {
  private static final Logger LOG = LoggerFactory.getLogger(RealScanners.class);

  private final Settings settings;
  private final Path folder;
  private final Clock clock;

  /**
   * @param folder the data folder, in which the pairings are kept
   */
  RealScanners(Settings settings, Path folder, Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
  }

  /** Where pairings with scanners behind TLS are kept. */
  static EsclPins pins(Path folder) {
    return new EsclPinFile(folder.resolve("scanner-pins"));
  }

  /**
   * The house's drivers, and behind them what is found on the class path.
   *
   * @throws FaultException SETTINGS-DAMAGED if an address or a folder cannot be read
   */
  List<ScanDriver> drivers() throws FaultException {
    try {
      return ScanDrivers.load(
              List.of(escl(), sane(), folders(), new CameraDriver(new SystemCameras())))
          .all();
    } catch (IllegalArgumentException e) {
      LOG.warn("settings.json: {}", e.getMessage());
      throw new FaultException(new Settings.Damaged(), e);
    }
  }

  private ScanDriver escl() {
    Map<String, EsclOverride> overrides = new HashMap<>();
    settings.overrides().forEach((device, override) -> overrides.put(device, override.escl()));
    return new EsclDriver(
        EsclConfig.MDNS
            .withAddresses(settings.escl().stream().map(EsclAddress::parse).toList())
            .withOverrides(overrides)
            .withPins(pins(folder))
            .withJobs(EsclJobs.in(folder.resolve("scanner-jobs"))));
  }

  private ScanDriver sane() {
    List<SaneHost> hosts = new ArrayList<>();
    for (String text : settings.sane()) {
      int colon = text.lastIndexOf(':');
      hosts.add(
          colon < 0
              ? new SaneHost(text, SaneHost.DEFAULT_PORT)
              : new SaneHost(
                  text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))));
    }
    return new SaneDriver(SaneConfig.LOCAL.withHosts(hosts));
  }

  private ScanDriver folders() {
    List<Path> hot = new ArrayList<>();
    for (String text : settings.folders()) {
      try {
        hot.add(Path.of(text));
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException(text, e);
      }
    }
    return new FolderDriver(new FolderConfig(hot, FolderTimes.USUAL, clock));
  }
}
