package vn.motcua.scanner.chip.tr03105;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.ChipKey;

/** Cases of ISO7816_D in which DG14, properly signed, holds a key that is none. */
final class BadChipKeys {
  private static final ChipKey EC = Base.CHIP_KEY;
  private static final ChipKey DH = ChipKey.dh(1, ChipCipher.AES_128);

  private BadChipKeys() {}

  static Stream<Case> cases() {
    return Stream.of(
            Case.forms(
                "ISO7816_D_07",
                dh(key -> y(key, BigInteger.ZERO)),
                dh(key -> y(key, BigInteger.ONE)),
                dh(key -> y(key, p(key).subtract(BigInteger.ONE))),
                dh(key -> y(key, p(key).add(BigInteger.TWO))),
                dh(key -> y(key, BigInteger.TWO.pow(500)))),
            Case.forms(
                "ISO7816_D_08",
                ec(key -> point(key, Bytes.flipped(point(key)))),
                ec(key -> point(key, new byte[1])),
                ec(key -> point(key, new byte[0])),
                ec(key -> point(key, java.util.Arrays.copyOf(point(key), 40))),
                ec(key -> point(key, new byte[point(key).length]))),
            Case.forms(
                "ISO7816_D_11",
                dh(key -> parameters(key, BigInteger.TWO.pow(2047), BigInteger.TWO)),
                dh(key -> parameters(key, BigInteger.ZERO, BigInteger.TWO)),
                dh(key -> parameters(key, p(key), BigInteger.ZERO)),
                dh(key ->
                    new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                            key.getAlgorithm().getAlgorithm(), DERNull.INSTANCE),
                        key.getPublicKeyData().getBytes()))),
            Case.forms(
                "ISO7816_D_12",
                ec(key -> curve(key, new ASN1ObjectIdentifier("1.3.36.3.3.2.8.1.1.99"))),
                ec(key -> curve(key, DERNull.INSTANCE)),
                ec(key -> curve(key, new DERSequence())),
                BadChipKeys::anotherCurve))
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> dh(Infos.KeyChange change) {
    return () -> ChipAuthenticationTest.told(Infos.withKeys(Infos.dg14(DH), change), DH).get();
  }

  private static Supplier<Inspection> ec(Infos.KeyChange change) {
    return () -> ChipAuthenticationTest.told(Infos.withKeys(Infos.dg14(EC), change), EC).get();
  }

  /** A point of one curve that is said to lie on another. */
  private static Inspection anotherCurve() {
    return ec(key -> curve(key, new ASN1ObjectIdentifier("1.2.840.10045.3.1.7"))).get();
  }

  private static ASN1Sequence parametersOf(SubjectPublicKeyInfo key) {
    return ASN1Sequence.getInstance(key.getAlgorithm().getParameters());
  }

  private static BigInteger p(SubjectPublicKeyInfo key) {
    return ASN1Integer.getInstance(parametersOf(key).getObjectAt(0)).getValue();
  }

  private static SubjectPublicKeyInfo y(SubjectPublicKeyInfo key, BigInteger y) {
    return new SubjectPublicKeyInfo(key.getAlgorithm(), Bytes.der(new ASN1Integer(y)));
  }

  private static SubjectPublicKeyInfo parameters(
      SubjectPublicKeyInfo key, BigInteger p, BigInteger g) {
    org.bouncycastle.asn1.ASN1EncodableVector all = new org.bouncycastle.asn1.ASN1EncodableVector();
    all.add(new ASN1Integer(p));
    all.add(new ASN1Integer(g));
    for (int i = 2; i < parametersOf(key).size(); i++) {
      all.add(parametersOf(key).getObjectAt(i));
    }
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm(), new DERSequence(all)),
        key.getPublicKeyData().getBytes());
  }

  private static byte[] point(SubjectPublicKeyInfo key) {
    return key.getPublicKeyData().getBytes();
  }

  private static SubjectPublicKeyInfo point(SubjectPublicKeyInfo key, byte[] point) {
    return new SubjectPublicKeyInfo(key.getAlgorithm(), point);
  }

  private static SubjectPublicKeyInfo curve(
      SubjectPublicKeyInfo key, org.bouncycastle.asn1.ASN1Encodable parameters) {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm(), parameters), point(key));
  }
}
