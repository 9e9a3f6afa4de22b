package vn.motcua.scanner.chip.simulated;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** The function R(s,t) of the integrated mapping (ICAO 9303-11 §4.4.3.3.2). */
final class PseudoRandom {
  private static final byte[] SHORT_0 = hex("a668892a7c41e3ca739f40b057d85904");
  private static final byte[] SHORT_1 = hex("a4e136ac725f738b01c1f60217c188ad");
  private static final byte[] LONG_0 =
      hex("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676");
  private static final byte[] LONG_1 =
      hex("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517");

  private PseudoRandom() {}

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /**
   * A number below {@code prime}.
   *
   * @param s the card's nonce
   * @param t the terminal's nonce, as long as a key
   */
  static BigInteger number(ChipCipher cipher, byte[] s, byte[] t, BigInteger prime) {
    if (t.length != cipher.keyLength()) {
      throw new IllegalArgumentException("the terminal's nonce has a wrong length");
    }
    boolean small = s.length == 16;
    byte[] zero = new byte[cipher.block()];
    byte[] key = Arrays.copyOf(cipher.encrypt(t, zero, s), cipher.keyLength());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (out.size() * 8 < prime.bitLength() + 64) {
      out.writeBytes(cipher.encrypt(key, zero, small ? SHORT_1 : LONG_1));
      key = Arrays.copyOf(cipher.encrypt(key, zero, small ? SHORT_0 : LONG_0), cipher.keyLength());
    }
    return new BigInteger(1, out.toByteArray()).mod(prime);
  }
}
