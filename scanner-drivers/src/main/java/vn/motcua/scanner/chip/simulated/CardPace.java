package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * PACE on the card's side (ICAO 9303-11 §4.4). One object carries one run through its four steps. A
 * malformed key of the terminal is an {@link IllegalArgumentException}.
 */
final class CardPace {
  private final SecureRandom random;
  private final PaceOffer offer;
  private final ChipCipher cipher;
  private final byte[] passwordKey;
  private final Optional<BigInteger> chipSecret;
  private int done;
  private byte[] nonce = {};
  private Domain domain;
  private BigInteger mapSecret = BigInteger.ZERO;
  private byte[] ownPublic = {};
  private byte[] theirPublic = {};
  private byte[] secret = {};

  /**
   * @param password the CAN's bytes, or the hash of the MRZ data
   * @param chipSecret the key of EF.CardSecurity, for the chip authentication mapping
   */
  CardPace(PaceOffer offer, byte[] password, Optional<BigInteger> chipSecret, SecureRandom random) {
    this.offer = offer;
    this.cipher = offer.cipher();
    this.domain = offer.domain();
    this.passwordKey = cipher.derive(password, 3);
    this.chipSecret = chipSecret;
    this.random = random;
  }

  /** The session after the last step. */
  CardSession session() {
    return CardSession.of(cipher, secret);
  }

  boolean finished() {
    return done == 4;
  }

  /** One GENERAL AUTHENTICATE: the content of its 7C, and of the answer's. */
  byte[] step(Map<Integer, byte[]> asked) throws Refusal {
    byte[] answer =
        switch (done) {
          case 0 -> encryptedNonce();
          case 1 -> map(value(asked, 0x81));
          case 2 -> exchange(value(asked, 0x83));
          case 3 -> confirm(value(asked, 0x85));
          default -> throw new Refusal(Sw.CONDITIONS);
        };
    done++;
    return answer;
  }

  private static byte[] value(Map<Integer, byte[]> asked, int tag) throws Refusal {
    byte[] value = asked.get(tag);
    if (value == null) {
      throw new Refusal(Sw.WRONG_DATA);
    }
    return value;
  }

  private byte[] encryptedNonce() {
    // The integrated mapping uses the nonce as a block as long as the key, or longer.
    nonce = new byte[offer.mapping().integrated() && cipher.keyLength() > 16 ? 32 : 16];
    random.nextBytes(nonce);
    return Der.tlv(0x80, cipher.encrypt(passwordKey, new byte[cipher.block()], nonce));
  }

  private byte[] map(byte[] theirs) {
    if (offer.mapping().integrated()) {
      BigInteger number = PseudoRandom.number(cipher, nonce, theirs, domain.prime());
      domain = domain.mapped(number);
      return Der.tlv(0x82);
    }
    mapSecret = domain.secret(random);
    byte[] mine = domain.publicKey(mapSecret);
    domain = domain.mapped(nonce, mapSecret, theirs);
    return Der.tlv(0x82, mine);
  }

  private byte[] exchange(byte[] theirs) throws Refusal {
    BigInteger own = domain.secret(random);
    ownPublic = domain.publicKey(own);
    theirPublic = domain.normal(theirs);
    secret = domain.agree(own, theirs);
    if (Arrays.equals(ownPublic, theirPublic)) {
      throw new Refusal(Sw.WRONG_DATA);
    }
    return Der.tlv(0x84, ownPublic);
  }

  private byte[] confirm(byte[] token) throws Refusal {
    byte[] key = cipher.derive(secret, 2);
    if (!MessageDigest.isEqual(token, cipher.mac(key, publicKey(ownPublic)))) {
      throw new Refusal(Sw.NOT_AUTHENTICATED);
    }
    byte[] mine = Der.tlv(0x86, cipher.mac(key, publicKey(theirPublic)));
    return chipSecret.isPresent() && offer.mapping() == PaceOffer.Mapping.ECDH_CAM
        ? Der.join(mine, Der.tlv(0x8A, chipAuthenticationData(chipSecret.get())))
        : mine;
  }

  /** The mapping's secret divided by the chip's, encrypted (ICAO 9303-11 §4.4.3.5). */
  private byte[] chipAuthenticationData(BigInteger chip) {
    BigInteger n = domain.order();
    byte[] data = new byte[(n.bitLength() + 7) / 8];
    byte[] quotient =
        org.bouncycastle.util.BigIntegers.asUnsignedByteArray(
            chip.modInverse(n).multiply(mapSecret).mod(n));
    System.arraycopy(quotient, 0, data, data.length - quotient.length, quotient.length);
    byte[] key = cipher.derive(secret, 1);
    byte[] ones = new byte[cipher.block()];
    Arrays.fill(ones, (byte) 0xFF);
    byte[] iv = cipher.encrypt(key, new byte[cipher.block()], ones);
    return cipher.encrypt(key, iv, Ciphers.pad(data, cipher.block()));
  }

  private byte[] publicKey(byte[] value) {
    return Der.tlv(0x7F49, Der.tlv(0x06, offer.oid()), Der.tlv(domain.tag(), value));
  }
}
