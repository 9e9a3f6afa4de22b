package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Secure messaging on the card's side (ICAO 9303-11 §9.8): takes a protected command apart,
 * protects the answer.
 */
final class CardSession {
  private final ChipCipher cipher;
  private final int block;
  private final byte[] encryption;
  private final byte[] authentication;
  private BigInteger counter;

  private CardSession(ChipCipher cipher, byte[] secret, BigInteger counter) {
    this.cipher = cipher;
    this.block = cipher.block();
    this.encryption = cipher.derive(secret, 1);
    this.authentication = cipher.derive(secret, 2);
    this.counter = counter;
  }

  /** As PACE and chip authentication agree on it: the counter begins at zero. */
  static CardSession of(ChipCipher cipher, byte[] secret) {
    return new CardSession(cipher, secret, BigInteger.ZERO);
  }

  /** As BAC agrees on it. */
  static CardSession ofBac(byte[] seed, byte[] counter) {
    return new CardSession(ChipCipher.TRIPLE_DES, seed, new BigInteger(1, counter));
  }

  /** AES hides the counter in the initial vector; triple DES has none (ICAO 9303-11 §9.8.6). */
  private byte[] iv() {
    byte[] zero = new byte[block];
    return cipher == ChipCipher.TRIPLE_DES ? zero : cipher.encrypt(encryption, zero, counter());
  }

  private byte[] encrypt(byte[] padded) {
    return cipher.encrypt(encryption, iv(), padded);
  }

  private byte[] decrypt(byte[] data) {
    return cipher.decrypt(encryption, iv(), data);
  }

  private byte[] mac(byte[] padded) {
    return cipher.macOfBlocks(authentication, padded);
  }

  /**
   * How many bytes of data fit into a protected answer.
   *
   * @param limit bytes of the whole answer without the status word
   */
  int room(int limit) {
    // DO'99' and DO'8E' take 4 and 10, DO'87' its tag, a length of 1 to 4 and the padding
    // indicator.
    int left = limit - 14;
    int lengths = left <= 0x81 ? 1 : left <= 0x102 ? 2 : left <= 0x1_0003 ? 3 : 4;
    return Math.max((left - 2 - lengths) / block * block - 1, 1);
  }

  byte[] counter() {
    byte[] raw = counter.toByteArray();
    byte[] out = new byte[block];
    int length = Math.min(raw.length, block);
    System.arraycopy(raw, raw.length - length, out, block - length, length);
    return out;
  }

  private void count() {
    counter = counter.add(BigInteger.ONE).mod(BigInteger.ONE.shiftLeft(8 * block));
  }

  /**
   * The plain command.
   *
   * @return empty if the checksum or the form is wrong; the session must end then
   */
  Optional<Apdu> open(Apdu command) {
    count();
    try {
      Map<Integer, byte[]> objects = CardTlv.parse(command.data());
      byte[] check = objects.remove(0x8E);
      if (check == null) {
        return Optional.empty();
      }
      byte[] covered = new byte[0];
      for (Map.Entry<Integer, byte[]> object : objects.entrySet()) {
        covered = Der.join(covered, Der.tlv(object.getKey(), object.getValue()));
      }
      byte[] message = Der.join(counter(), Ciphers.pad(command.header(), block), covered);
      if (!MessageDigest.isEqual(check, mac(Ciphers.pad(message, block)))) {
        return Optional.empty();
      }
      byte[] data = new byte[0];
      byte[] marked = objects.get(0x87);
      if (marked != null) {
        if (marked.length == 0 || marked[0] != 1) {
          return Optional.empty();
        }
        data = Ciphers.unpad(decrypt(Arrays.copyOfRange(marked, 1, marked.length)));
      }
      byte[] unmarked = objects.get(0x85);
      if (unmarked != null) {
        data = Ciphers.unpad(decrypt(unmarked));
      }
      int ne = 0;
      byte[] le = objects.get(0x97);
      if (le != null && le.length == 1) {
        ne = le[0] == 0 ? 256 : le[0] & 0xFF;
      } else if (le != null && le.length == 2) {
        ne = ((le[0] & 0xFF) << 8) | (le[1] & 0xFF);
        ne = ne == 0 ? 65_536 : ne;
      }
      return Optional.of(
          new Apdu(
              command.cla() & 0xF3,
              command.ins(),
              command.p1(),
              command.p2(),
              data,
              ne,
              command.extended()));
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** The protected answer to a command that {@link #open} took. */
  byte[] close(boolean oddInstruction, byte[] data, int status) {
    count();
    byte[] body = new byte[0];
    if (data.length > 0) {
      byte[] hidden = encrypt(Ciphers.pad(data, block));
      body = oddInstruction ? Der.tlv(0x85, hidden) : Der.tlv(0x87, new byte[] {1}, hidden);
    }
    byte[] sw = {(byte) (status >> 8), (byte) status};
    byte[] covered = Der.join(body, Der.tlv(0x99, sw));
    byte[] check = mac(Ciphers.pad(Der.join(counter(), covered), block));
    return Der.join(covered, Der.tlv(0x8E, check), sw);
  }
}
