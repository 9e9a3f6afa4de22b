package vn.motcua.scanner.chip;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEProtocol;

/**
 * Turns two nonces into a generator whose logarithm nobody knows: the integrated mapping of PACE
 * (ICAO 9303-11 §4.4.3.3.2).
 *
 * @param algorithm of the block cipher, {@code AES} or {@code DESede}
 * @param keyLength bytes of its key and of the terminal's nonce
 */
record IntegratedMapping(String algorithm, int keyLength) {
  /** The constants c0 and c1 for nonces of 128 and of 256 bits. */
  private static final byte[][] SHORT = {
    hex("a668892a7c41e3ca739f40b057d85904"), hex("a4e136ac725f738b01c1f60217c188ad")
  };

  private static final byte[][] LONG = {
    hex("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676"),
    hex("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517")
  };

  /** The result is as good as evenly spread if so many bits more are made than the prime has. */
  private static final int MORE_BITS = 64;

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /**
   * The mapping of a variant of PACE.
   *
   * @param oid any of PACE's protocols; only those of this mapping have a use for it
   */
  static IntegratedMapping of(String oid) {
    boolean aes = PACEInfo.toCipherAlgorithm(oid).startsWith("AES");
    return new IntegratedMapping(aes ? "AES" : "DESede", PACEInfo.toKeyLength(oid) / 8);
  }

  /**
   * The same domain with the generator that the nonces give.
   *
   * @param chip the chip's nonce: the least whole number of 16-byte blocks that a key fits into
   * @param terminal our nonce, as long as a key
   * @throws InvalidAlgorithmParameterException if a nonce has another length, or the domain is of a
   *     kind that cannot be mapped to
   */
  AlgorithmParameterSpec map(AlgorithmParameterSpec standard, byte[] chip, byte[] terminal)
      throws GeneralSecurityException {
    return switch (standard) {
      case ECParameterSpec curve when curve.getCurve().getField() instanceof ECFieldFp field -> {
        BigInteger number = number(chip, terminal, field.getP());
        yield new ECParameterSpec(
            curve.getCurve(),
            PACEProtocol.icartPointEncode(number, curve),
            curve.getOrder(),
            curve.getCofactor());
      }
      case PACEInfo.DHCParameterSpec group -> {
        BigInteger p = group.getP();
        BigInteger cofactor = p.subtract(BigInteger.ONE).divide(group.getQ());
        BigInteger generator = number(chip, terminal, p).modPow(cofactor, p);
        if (generator.compareTo(BigInteger.ONE) <= 0) {
          throw new InvalidAlgorithmParameterException("the nonces give the neutral element");
        }
        yield new DHParameterSpec(p, generator, group.getL());
      }
      default -> throw new InvalidAlgorithmParameterException("no domain that can be mapped to");
    };
  }

  /** The pseudo random function R(s,t), a number below {@code prime}. */
  BigInteger number(byte[] chip, byte[] terminal, BigInteger prime)
      throws GeneralSecurityException {
    if (terminal.length != keyLength || chip.length != (keyLength > 16 ? 32 : 16)) {
      throw new InvalidAlgorithmParameterException("a nonce has a wrong length");
    }
    byte[][] constants = chip.length == 16 ? SHORT : LONG;
    byte[] key = encrypted(terminal, chip);
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    while (made.size() * 8 < prime.bitLength() + MORE_BITS) {
      made.writeBytes(encrypted(key, constants[1]));
      key = encrypted(key, constants[0]);
    }
    return new BigInteger(1, made.toByteArray()).mod(prime);
  }

  /** One run in CBC mode that begins with zeros; of {@code key} only as much as a key is used. */
  private byte[] encrypted(byte[] key, byte[] data) throws GeneralSecurityException {
    boolean aes = algorithm.equals("AES");
    byte[] used = Arrays.copyOf(key, aes ? keyLength : 24);
    if (!aes) {
      // Two keys: the third is the first again.
      System.arraycopy(key, 0, used, 16, 8);
    }
    Cipher cipher = Cipher.getInstance(algorithm + "/CBC/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(used, algorithm),
        new IvParameterSpec(new byte[cipher.getBlockSize()]));
    return cipher.doFinal(data);
  }
}
