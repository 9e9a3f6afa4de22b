package vn.motcua.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.desk.CodeCameras;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.hidpos.HidPosBarcodeReader;
import vn.motcua.scanner.barcode.hidpos.HidPosSettings;
import vn.motcua.scanner.barcode.image.CameraCodeReader;
import vn.motcua.scanner.barcode.serial.SerialBarcodeReader;
import vn.motcua.scanner.barcode.serial.SerialSettings;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.EnrolledStore;
import vn.motcua.scanner.chip.PcscReaders;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.paper.camera.ffmpeg.SystemCameras;

/** The devices that are really connected to this machine. */
final class RealDevices implements AutoCloseable {
  private final Clock clock;
  private final List<AutoCloseable> open = new ArrayList<>();

  RealDevices(Clock clock) {
    this.clock = clock;
  }

  /** All of them, as the settings name them. */
  House.Hardware connect(Settings settings, Path folder) throws FaultException {
    CameraCodeReader cameraCodes = new CameraCodeReader("camera");
    open.add(cameraCodes);
    List<BarcodeReader> codes = codes(settings);
    codes.add(cameraCodes);
    return new House.Hardware(
        List.of(cards(folder.resolve("trust"))),
        codes,
        new RealScanners(settings, folder, clock).drivers(),
        new CodeCameras(new SystemCameras(), cameraCodes));
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

  private List<BarcodeReader> codes(Settings settings) {
    List<BarcodeReader> readers = new ArrayList<>();
    for (String device : settings.serial()) {
      SerialBarcodeReader reader = new SerialBarcodeReader(SerialSettings.of(device));
      open.add(reader);
      readers.add(reader);
    }
    if (settings.hidPos()) {
      HidPosBarcodeReader reader = new HidPosBarcodeReader(HidPosSettings.any());
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
