package vn.motcua.kiosk.paper.sign;

import vn.motcua.scanner.FaultException;

/** Proves that something existed at a moment (RFC 3161). */
@FunctionalInterface
public interface TimestampAuthority {
  /**
   * Asks for a timestamp.
   *
   * @param imprint the SHA-256 digest of what is to be stamped, 32 bytes
   * @throws FaultException with a {@link SignFault.Timestamp}
   */
  Timestamp stamp(byte[] imprint) throws FaultException;
}
