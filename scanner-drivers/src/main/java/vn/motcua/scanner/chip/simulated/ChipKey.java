package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The key by which a chip proves to be no copy (chip authentication, ICAO 9303-11 §6.2).
 *
 * @param secret the private key; it never leaves a real chip
 * @param dg14 the data group that states the public one
 */
record ChipKey(BigInteger secret, byte[] dg14) {
  static ChipKey create() {
    BigInteger secret =
        new BigInteger(CardPace.CURVE.getN().bitLength() - 1, new SecureRandom()).setBit(0);
    byte[] point = CardPace.CURVE.getG().multiply(secret).normalize().getEncoded(false);
    try {
      byte[] key =
          new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(
                      X9ObjectIdentifiers.id_ecPublicKey,
                      new X962Parameters(TeleTrusTObjectIdentifiers.brainpoolP256r1)),
                  point)
              .getEncoded("DER");
      byte[] version = {2, 1, 1};
      byte[] protocol = {6, 10, 4, 0, 0x7F, 0, 7, 2, 2, 3, 2, 2};
      byte[] kind = {6, 9, 4, 0, 0x7F, 0, 7, 2, 2, 1, 2};
      return new ChipKey(
          secret,
          Der.tlv(0x6E, Der.tlv(0x31, Der.tlv(0x30, protocol, version), Der.tlv(0x30, kind, key))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
