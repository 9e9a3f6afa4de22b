package vn.motcua.scanner.chip.simulated;

import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * The ciphers that PACE and chip authentication can agree on (ICAO 9303-11 §9.2.3, §9.2.5, §9.7.1).
 * The constant's place is the last arc of the protocol's object identifier.
 */
public enum ChipCipher {
  /** Two-key triple DES in CBC mode with the retail MAC. */
  TRIPLE_DES(1, 16, "SHA-1"),
  /** AES with 128 bits in CBC mode with CMAC. */
  AES_128(2, 16, "SHA-1"),
  /** AES with 192 bits. */
  AES_192(3, 24, "SHA-256"),
  /** AES with 256 bits. */
  AES_256(4, 32, "SHA-256");

  private final int arc;
  private final int keyLength;
  private final String digest;

  ChipCipher(int arc, int keyLength, String digest) {
    this.arc = arc;
    this.keyLength = keyLength;
    this.digest = digest;
  }

  int arc() {
    return arc;
  }

  /** Bytes of a key. */
  int keyLength() {
    return keyLength;
  }

  /** Bytes of a cipher block. */
  int block() {
    return this == TRIPLE_DES ? 8 : 16;
  }

  /** A key from a shared secret: 1 encryption, 2 authentication, 3 from a password. */
  byte[] derive(byte[] secret, int counter) {
    byte[] input = Der.join(secret, new byte[] {0, 0, 0, (byte) counter});
    return Arrays.copyOf(Ciphers.digest(digest, input), keyLength);
  }

  byte[] encrypt(byte[] key, byte[] iv, byte[] data) {
    return run(Cipher.ENCRYPT_MODE, key, iv, data);
  }

  byte[] decrypt(byte[] key, byte[] iv, byte[] data) {
    return run(Cipher.DECRYPT_MODE, key, iv, data);
  }

  private byte[] run(int mode, byte[] key, byte[] iv, byte[] data) {
    return this == TRIPLE_DES
        ? Ciphers.tripleDes(mode, key, iv, data)
        : Ciphers.aes(mode, key, iv, data);
  }

  /** Eight bytes over data that are padded to whole blocks already. */
  byte[] macOfBlocks(byte[] key, byte[] padded) {
    return this == TRIPLE_DES ? Ciphers.retailMac(key, padded) : Ciphers.cmac(key, padded);
  }

  /** Eight bytes over data of any length: the authentication token of PACE (ICAO 9303-11 §4.4). */
  byte[] mac(byte[] key, byte[] data) {
    return this == TRIPLE_DES
        ? Ciphers.retailMac(key, Ciphers.pad(data, 8))
        : Ciphers.cmac(key, data);
  }
}
