package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * PACE with generic mapping on the card's side (ICAO 9303-11 §4.4): ECDH on BrainpoolP256r1,
 * AES-128 in CBC mode, CMAC. One object carries one run through its four steps.
 */
final class CardPace {
  /** id-PACE-ECDH-GM-AES-CBC-CMAC-128. */
  static final byte[] OID = HexFormat.of().parseHex("04007f00070202040202");

  static final X9ECParameters CURVE = TeleTrusTNamedCurves.getByName("brainpoolP256r1");

  private static final int FIELD = 32;

  private final SecureRandom random;
  private final byte[] passwordKey;
  private int done;
  private byte[] nonce = {};
  private @Nullable ECPoint mapped;
  private @Nullable ECPoint ownPublic;
  private @Nullable ECPoint theirPublic;
  private byte[] secret = {};

  /**
   * @param password the CAN's bytes, or the hash of the MRZ data
   */
  CardPace(byte[] password, SecureRandom random) {
    this.passwordKey = Ciphers.derive(password, 3);
    this.random = random;
  }

  /** The session after the last step. */
  CardSession session() {
    return CardSession.aes(secret);
  }

  /** A status word instead of an answer. */
  static final class No extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;

    No(int status) {
      super(Integer.toHexString(status));
      this.status = status;
    }
  }

  boolean finished() {
    return done == 4;
  }

  /** One GENERAL AUTHENTICATE: the content of its 7C, and of the answer's. */
  byte[] step(Map<Integer, byte[]> asked) throws No {
    byte[] answer =
        switch (done) {
          case 0 -> encryptedNonce();
          case 1 -> map(point(asked, 0x81));
          case 2 -> exchange(point(asked, 0x83));
          case 3 -> confirm(asked);
          default -> throw new No(0x6985);
        };
    done++;
    return answer;
  }

  private byte[] encryptedNonce() {
    nonce = new byte[16];
    random.nextBytes(nonce);
    byte[] hidden = Ciphers.aes(Cipher.ENCRYPT_MODE, passwordKey, new byte[16], nonce);
    return Der.tlv(0x80, hidden);
  }

  private byte[] map(ECPoint theirs) {
    BigInteger own = scalar();
    ECPoint shared = theirs.multiply(own);
    mapped = CURVE.getG().multiply(new BigInteger(1, nonce)).add(shared).normalize();
    return Der.tlv(0x82, CURVE.getG().multiply(own).normalize().getEncoded(false));
  }

  private byte[] exchange(ECPoint theirs) throws No {
    ECPoint base = mapped;
    if (base == null) {
      throw new No(0x6985);
    }
    BigInteger own = scalar();
    ECPoint mine = base.multiply(own).normalize();
    ownPublic = mine;
    theirPublic = theirs;
    secret = x(theirs.multiply(own).normalize());
    return Der.tlv(0x84, mine.getEncoded(false));
  }

  private byte[] confirm(Map<Integer, byte[]> asked) throws No {
    byte[] token = asked.get(0x85);
    ECPoint mine = ownPublic;
    ECPoint theirs = theirPublic;
    if (token == null || mine == null || theirs == null) {
      throw new No(0x6A80);
    }
    byte[] key = Ciphers.derive(secret, 2);
    if (!MessageDigest.isEqual(token, Ciphers.cmac(key, publicKey(mine)))) {
      throw new No(0x6300);
    }
    return Der.tlv(0x86, Ciphers.cmac(key, publicKey(theirs)));
  }

  private static byte[] publicKey(ECPoint point) {
    return Der.tlv(0x7F49, Der.tlv(0x06, OID), Der.tlv(0x86, point.getEncoded(false)));
  }

  private static ECPoint point(Map<Integer, byte[]> asked, int tag) throws No {
    byte[] encoded = asked.get(tag);
    if (encoded == null) {
      throw new No(0x6A80);
    }
    return decode(encoded);
  }

  /** A point of the curve that is not the neutral one. */
  static ECPoint decode(byte[] encoded) throws No {
    try {
      ECPoint point = CURVE.getCurve().decodePoint(encoded);
      if (point.isInfinity()) {
        throw new No(0x6A80);
      }
      return point.normalize();
    } catch (IllegalArgumentException wrong) {
      throw new No(0x6A80);
    }
  }

  static byte[] x(ECPoint point) {
    byte[] raw = point.getAffineXCoord().getEncoded();
    return raw.length == FIELD ? raw : Arrays.copyOf(raw, FIELD);
  }

  private BigInteger scalar() {
    BigInteger n = CURVE.getN();
    BigInteger k;
    do {
      k = new BigInteger(n.bitLength(), random);
    } while (k.signum() == 0 || k.compareTo(n) >= 0);
    return k;
  }
}
