package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/**
 * Pairs this machine with a scanner behind TLS. Such devices sign their certificates themselves, so
 * a technician compares the fingerprint with the one that the device shows on its own panel or web
 * page, or at least pairs on a network where nobody can stand in between.
 */
public final class EsclPairing {
  private final EsclPins pins;
  private final Duration within;

  /** With the usual patience. */
  public EsclPairing(EsclPins pins) {
    this(pins, EsclTimeouts.DEFAULT.connect());
  }

  /**
   * @param pins where pairings are kept
   * @param within how long a look may take
   */
  public EsclPairing(EsclPins pins, Duration within) {
    this.pins = pins;
    this.within = within;
  }

  /**
   * The address that a person means: over TLS, at port 443 if none is given.
   *
   * @throws IllegalArgumentException if it cannot be read, or says {@code http://}
   */
  public static EsclAddress address(String text) {
    String bare = text.strip().replaceFirst("^escl:", "");
    if (bare.regionMatches(true, 0, "http://", 0, 7)) {
      throw new IllegalArgumentException("a device without TLS needs no pairing: " + text);
    }
    boolean schemed = bare.regionMatches(true, 0, "https://", 0, 8);
    return EsclAddress.parse(schemed ? bare : "https://" + bare);
  }

  /**
   * What the device presents now. Keeps nothing.
   *
   * @throws FaultException {@link ScanFault.Offline} if it does not answer with TLS 1.2 or newer
   */
  public EsclPin look(EsclAddress address) throws FaultException {
    try (Socket raw = Lines.open(address, within, Abort.never(), false)) {
      raw.setSoTimeout((int) within.toMillis());
      Future<?> watchdog = Watchdog.after(within, () -> Abort.close(raw));
      try {
        return Tls.look(raw, address);
      } finally {
        watchdog.cancel(false);
      }
    } catch (IOException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
  }

  /**
   * Keeps what the device presents now, if it has the fingerprint that the technician accepted.
   *
   * @param fingerprint as {@link EsclPin#shown()}, with or without colons, in either case
   * @return what was kept, in place of an earlier pairing with that host and port
   * @throws FaultException {@link ScanFault.OtherCertificate} if it presents another one, {@link
   *     ScanFault.Offline} if it does not answer
   * @throws IOException if it could not be kept
   */
  public EsclPin pair(EsclAddress address, String fingerprint) throws FaultException, IOException {
    EsclPin now = look(address);
    if (!now.hasFingerprint(fingerprint)) {
      throw new FaultException(new ScanFault.OtherCertificate(), now.shown());
    }
    pins.put(now);
    return now;
  }
}
