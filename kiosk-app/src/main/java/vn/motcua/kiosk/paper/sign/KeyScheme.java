package vn.motcua.kiosk.paper.sign;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import vn.motcua.scanner.FaultException;

/** How a kind of key signs, and which keys and digests are too weak to prove anything. */
enum KeyScheme {
  RSA("SHA256withRSA"),
  EC("SHA256withECDSA");

  private static final int RSA_BITS = 2048;
  private static final int EC_BITS = 256;

  private final String jca;

  KeyScheme(String jca) {
    this.jca = jca;
  }

  /** The name of the algorithm in JCA and in Bouncy Castle. */
  String algorithm() {
    return jca;
  }

  /** The scheme for a key of this kind. */
  static KeyScheme of(PublicKey key) throws FaultException {
    return switch (key.getAlgorithm().toUpperCase(Locale.ROOT)) {
      case "RSA" -> RSA;
      case "EC", "ECDSA" -> EC;
      default -> throw new FaultException(new SignFault.Key(SignFault.KeyTrouble.KIND));
    };
  }

  /** Keys below what ETSI TS 119 312 and TT 16/2019/TT-BTTTT accept. */
  static boolean isWeak(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() < RSA_BITS;
      case ECPublicKey ec -> ec.getParams().getOrder().bitLength() < EC_BITS;
      default -> false;
    };
  }

  /** Whether a digest or signature algorithm's name speaks of SHA-1 or MD5. */
  static boolean isWeak(String algorithm) {
    String name = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
    return name.startsWith("SHA1")
        || name.contains("MD5")
        || name.contains("MD2")
        || name.contains("RIPEMD128");
  }
}
