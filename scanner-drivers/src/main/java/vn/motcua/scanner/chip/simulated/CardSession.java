package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Secure messaging on the card's side (ICAO 9303-11 §9.8): takes a protected command apart,
 * protects the answer.
 */
abstract sealed class CardSession {
  private final int block;
  private BigInteger counter;

  private CardSession(int block, BigInteger counter) {
    this.block = block;
    this.counter = counter;
  }

  /** With AES-128 and CMAC, as PACE and chip authentication agree on it. */
  static CardSession aes(byte[] secret) {
    return new Aes(Ciphers.derive(secret, 1), Ciphers.derive(secret, 2));
  }

  /** With two-key triple DES and the retail MAC, as BAC agrees on it. */
  static CardSession tripleDes(byte[] seed, byte[] counter) {
    return new TripleDes(
        Ciphers.derive(seed, 1), Ciphers.derive(seed, 2), new BigInteger(1, counter));
  }

  abstract byte[] encrypt(byte[] padded);

  abstract byte[] decrypt(byte[] data);

  abstract byte[] mac(byte[] padded);

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
        if (marked[0] != 1) {
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
          new Apdu(command.cla() & 0xF3, command.ins(), command.p1(), command.p2(), data, ne));
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

  private static final class Aes extends CardSession {
    private final byte[] encryption;
    private final byte[] authentication;

    Aes(byte[] encryption, byte[] authentication) {
      super(16, BigInteger.ZERO);
      this.encryption = encryption;
      this.authentication = authentication;
    }

    private byte[] iv() {
      return Ciphers.aes(Cipher.ENCRYPT_MODE, encryption, new byte[16], counter());
    }

    @Override
    byte[] encrypt(byte[] padded) {
      return Ciphers.aes(Cipher.ENCRYPT_MODE, encryption, iv(), padded);
    }

    @Override
    byte[] decrypt(byte[] data) {
      return Ciphers.aes(Cipher.DECRYPT_MODE, encryption, iv(), data);
    }

    @Override
    byte[] mac(byte[] padded) {
      return Ciphers.cmac(authentication, padded);
    }
  }

  private static final class TripleDes extends CardSession {
    private final byte[] encryption;
    private final byte[] authentication;

    TripleDes(byte[] encryption, byte[] authentication, BigInteger counter) {
      super(8, counter);
      this.encryption = encryption;
      this.authentication = authentication;
    }

    @Override
    byte[] encrypt(byte[] padded) {
      return Ciphers.tripleDes(Cipher.ENCRYPT_MODE, encryption, new byte[8], padded);
    }

    @Override
    byte[] decrypt(byte[] data) {
      return Ciphers.tripleDes(Cipher.DECRYPT_MODE, encryption, new byte[8], data);
    }

    @Override
    byte[] mac(byte[] padded) {
      return Ciphers.retailMac(authentication, padded);
    }
  }
}
