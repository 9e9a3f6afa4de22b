package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.motcua.scanner.FaultException;

/**
 * A private key that signs, wherever it lives: in a token, in a file, at a remote signing service.
 * The key itself never leaves that place; a remote service implements just this. Not to be used by
 * two threads at once.
 */
public interface SigningKey extends AutoCloseable {
  /** The signer's certificate first, then what is known of its issuers; never empty. */
  List<X509Certificate> certificates();

  /**
   * Signs {@code message} with SHA-256 and the key's own algorithm: PKCS#1 v1.5 for RSA, the DER
   * form of ECDSA for elliptic curves.
   *
   * @throws FaultException with a {@link SignFault.Key}
   */
  byte[] sign(byte[] message) throws FaultException;

  /** Where the key lives, for people; holds no secret. */
  String place();

  /** Gives the key back; it cannot sign any more. */
  @Override
  void close();

  /** The signer's own certificate. */
  default X509Certificate signer() {
    return certificates().getFirst();
  }
}
