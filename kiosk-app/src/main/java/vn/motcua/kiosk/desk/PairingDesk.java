package vn.motcua.kiosk.desk;

import java.io.IOException;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.escl.EsclAddress;
import vn.motcua.scanner.paper.escl.EsclPairing;
import vn.motcua.scanner.paper.escl.EsclPin;
import vn.motcua.scanner.paper.escl.EsclPins;

/** Where a technician pairs this machine with scanners that speak over TLS. All methods block. */
public final class PairingDesk {
  private final EsclPins pins;
  private final EsclPairing pairing;

  /**
   * @param pins where pairings are kept
   */
  public PairingDesk(EsclPins pins) {
    this.pins = pins;
    this.pairing = new EsclPairing(pins);
  }

  /**
   * What the scanner presents now; nothing is kept.
   *
   * @param address as a person writes it, see {@link EsclPairing#address}
   * @throws IllegalArgumentException if it cannot be read
   * @throws FaultException {@link vn.motcua.scanner.paper.ScanFault.Offline}
   */
  public EsclPin look(String address) throws FaultException {
    return pairing.look(EsclPairing.address(address));
  }

  /**
   * Pairs with the scanner if it still presents what the technician saw.
   *
   * @param fingerprint as it was shown, with or without colons
   * @throws IllegalArgumentException if the address cannot be read
   * @throws FaultException {@link vn.motcua.scanner.paper.ScanFault.OtherCertificate}, {@link
   *     vn.motcua.scanner.paper.ScanFault.Offline}, {@link StoreFault.Disk}
   */
  public EsclPin pair(String address, String fingerprint) throws FaultException {
    try {
      return pairing.pair(EsclPairing.address(address), fingerprint);
    } catch (IOException e) {
      throw new FaultException(new StoreFault.Disk(), e);
    }
  }

  /**
   * Forgets a pairing; false if there was none.
   *
   * @throws IllegalArgumentException if the address cannot be read
   */
  public boolean unpair(String address) throws FaultException {
    EsclAddress meant = EsclPairing.address(address);
    try {
      return pins.remove(meant.authority());
    } catch (IOException e) {
      throw new FaultException(new StoreFault.Disk(), e);
    }
  }
}
