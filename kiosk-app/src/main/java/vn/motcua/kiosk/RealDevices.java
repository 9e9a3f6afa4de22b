package vn.motcua.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.serial.SerialBarcodeReader;
import vn.motcua.scanner.barcode.serial.SerialSettings;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.EnrolledStore;
import vn.motcua.scanner.chip.PcscReaders;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.sane.SaneConfig;
import vn.motcua.scanner.paper.sane.SaneDriver;
import vn.motcua.scanner.paper.sane.SaneHost;

/** The devices that are really connected to this machine. */
final class RealDevices implements AutoCloseable {
  private final Clock clock;
  private final List<AutoCloseable> open = new ArrayList<>();

  RealDevices(Clock clock) {
    this.clock = clock;
  }

  /** All of them, as the settings name them. */
  House.Hardware connect(Settings settings, Path folder) throws FaultException {
    return new House.Hardware(
        List.of(cards(folder.resolve("trust"))), codes(settings), scanners(settings));
  }

  /**
   * The card readers.
   *
   * @param trust folder of what was installed and what was learnt here; need not exist
   * @throws FaultException TRUST-DAMAGED if the folder cannot be listed, TRUST-STORE-DAMAGED if
   *     what was learnt cannot be read
   */
  CardReaders cards(Path trust) throws FaultException {
    try {
      return cards(anchors(trust));
    } catch (IOException e) {
      throw new FaultException(new TrustDamaged(), e);
    }
  }

  /**
   * The card readers with the anchors of a folder that somebody named, instead of all that were
   * installed or learnt.
   *
   * @param trust a folder as for {@link #cards(Path)}
   * @throws FaultException TRUST-DAMAGED if something was put there and not one anchor of it can be
   *     used: who did that means to trust something. An empty folder trusts nobody
   */
  CardReaders cardsTrusting(Path trust) throws FaultException {
    try {
      TrustStore anchors = anchors(trust);
      boolean refused = anchors.report().lines().stream().anyMatch(line -> !line.used());
      if (anchors.isEmpty() && refused) {
        throw new FaultException(new TrustDamaged(), trust.toString());
      }
      return cards(anchors);
    } catch (IOException e) {
      throw new FaultException(new TrustDamaged(), e);
    }
  }

  /** What was installed in this folder and, below it, what was learnt there. */
  static TrustStore anchors(Path trust) throws FaultException, IOException {
    return TrustStore.load(trust).with(new EnrolledStore(trust).read());
  }

  /** The card readers with these anchors. */
  CardReaders cards(TrustStore anchors) {
    PcscReaders readers = new PcscReaders(new ChipReader(anchors, clock));
    open.add(readers);
    return readers;
  }

  /** The scan drivers: SANE at the hosts of the settings, and what is found on the class path. */
  static List<ScanDriver> scanners(Settings settings) throws FaultException {
    List<SaneHost> hosts = new ArrayList<>();
    for (String host : settings.sane()) {
      hosts.add(saneHost(host));
    }
    return ScanDrivers.load(List.of(new SaneDriver(SaneConfig.LOCAL.withHosts(hosts)))).all();
  }

  private static SaneHost saneHost(String text) throws FaultException {
    try {
      int colon = text.lastIndexOf(':');
      return colon < 0
          ? new SaneHost(text, SaneHost.DEFAULT_PORT)
          : new SaneHost(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new FaultException(new Settings.Damaged(), e);
    }
  }

  private List<BarcodeReader> codes(Settings settings) {
    List<BarcodeReader> readers = new ArrayList<>();
    for (String device : settings.serial()) {
      SerialBarcodeReader reader = new SerialBarcodeReader(SerialSettings.of(device));
      open.add(reader);
      readers.add(reader);
    }
    return readers;
  }

  @Override
  public void close() {
    for (AutoCloseable device : open.reversed()) {
      try {
        device.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    open.clear();
  }

  /** The folder of trusted certificates has none that can be used. */
  record TrustDamaged() implements Fault {
    @Override
    public String code() {
      return "TRUST-DAMAGED";
    }
  }
}
