package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Turns a number into a point of a curve so that nobody knows its discrete logarithm: the point
 * encoding of the integrated mapping (ICAO 9303-11 appendix B.2, affine coordinates).
 */
final class Icart {
  private Icart() {}

  static ECPoint encode(BigInteger t, X9ECParameters curve) {
    BigInteger p = curve.getCurve().getField().getCharacteristic();
    if (!p.testBit(0) || !p.testBit(1)) {
      throw new IllegalArgumentException("the integrated mapping wants p = 3 mod 4");
    }
    BigInteger a = curve.getCurve().getA().toBigInteger();
    BigInteger b = curve.getCurve().getB().toBigInteger();
    BigInteger one = BigInteger.ONE;
    BigInteger alpha = t.multiply(t).negate().mod(p);
    BigInteger alphas = alpha.add(alpha.multiply(alpha)).mod(p);
    // x2 = -b/a * (1 + 1 / (alpha + alpha^2))
    BigInteger x2 =
        b.negate().multiply(a.modInverse(p)).multiply(one.add(alphas.modInverse(p))).mod(p);
    BigInteger x3 = alpha.multiply(x2).mod(p);
    BigInteger h2 = x2.pow(3).add(a.multiply(x2)).add(b).mod(p);
    BigInteger u = t.modPow(BigInteger.valueOf(3), p).multiply(h2).mod(p);
    BigInteger exponent = p.subtract(one).subtract(p.add(one).shiftRight(2));
    BigInteger root = h2.modPow(exponent, p);
    BigInteger square = root.multiply(root).multiply(h2).mod(p);
    ECPoint point =
        square.equals(one)
            ? curve.getCurve().createPoint(x2, root.multiply(h2).mod(p))
            : curve.getCurve().createPoint(x3, root.multiply(u).mod(p));
    return point.multiply(curve.getH()).normalize();
  }
}
