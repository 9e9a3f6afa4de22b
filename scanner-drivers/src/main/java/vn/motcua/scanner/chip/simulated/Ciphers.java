package vn.motcua.scanner.chip.simulated;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The primitives of ICAO 9303-11 §9.7 and §9.8 on the card's side. */
final class Ciphers {
  private Ciphers() {}

  static byte[] sha1(byte[] data) {
    return digest("SHA-1", data);
  }

  static byte[] digest(String name, byte[] data) {
    try {
      return MessageDigest.getInstance(name).digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A 128-bit key from a shared secret (ICAO 9303-11 §9.7.1). */
  static byte[] derive(byte[] secret, int counter) {
    return Arrays.copyOf(sha1(Der.join(secret, new byte[] {0, 0, 0, (byte) counter})), 16);
  }

  static byte[] aes(int mode, byte[] key, byte[] iv, byte[] data) {
    return run("AES/CBC/NoPadding", "AES", mode, key, iv, data);
  }

  static byte[] tripleDes(int mode, byte[] key, byte[] iv, byte[] data) {
    byte[] three = Der.join(key, Arrays.copyOf(key, 8));
    return run("DESede/CBC/NoPadding", "DESede", mode, three, iv, data);
  }

  private static byte[] run(
      String transformation, String name, int mode, byte[] key, byte[] iv, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance(transformation);
      cipher.init(mode, new SecretKeySpec(key, name), new IvParameterSpec(iv));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** AES-CMAC, cut to eight bytes. */
  static byte[] cmac(byte[] key, byte[] data) {
    CMac mac = new CMac(AESEngine.newInstance(), 64);
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] out = new byte[8];
    mac.doFinal(out, 0);
    return out;
  }

  /** The retail MAC; {@code data} is padded already. */
  static byte[] retailMac(byte[] key, byte[] data) {
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine());
    mac.init(new KeyParameter(key));
    mac.update(data, 0, data.length);
    byte[] out = new byte[8];
    mac.doFinal(out, 0);
    return out;
  }

  /** Padding method 2 of ISO/IEC 9797-1. */
  static byte[] pad(byte[] data, int block) {
    byte[] out = Arrays.copyOf(data, (data.length / block + 1) * block);
    out[data.length] = (byte) 0x80;
    return out;
  }

  static byte[] unpad(byte[] data) {
    int end = data.length;
    while (end > 0 && data[end - 1] == 0) {
      end--;
    }
    if (end == 0 || data[end - 1] != (byte) 0x80) {
      throw new IllegalArgumentException("bad padding");
    }
    return Arrays.copyOf(data, end - 1);
  }
}
