package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.paddings.ISO7816d4Padding;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jmrtd.BACKey;
import org.jmrtd.Util;

/**
 * The answers by which BAC and PACE end, as far as JMRTD leaves them unlooked at: it takes keys
 * from them whatever else they say.
 */
final class AccessAnswers {
  /** Both random numbers of eight bytes and the half of a key: what each side hides. */
  private static final int HIDDEN = 32;

  private static final int CHECKSUM = 8;
  private static final int COMMAND_HEAD = 5;
  private static final int DYNAMIC_AUTHENTICATION = 0x7C;
  private static final int CHIP_TOKEN = 0x86;

  private AccessAnswers() {}

  /**
   * After EXTERNAL AUTHENTICATE: the chip's checksum fits, and it gives both random numbers back
   * (ICAO 9303-11 §4.3.1 step 4).
   *
   * @throws MalformedException if not
   */
  static void mutual(BACKey key, Link link) throws MalformedException {
    byte[] command = link.plainCommand();
    byte[] answer = link.plainAnswer();
    if (command.length < COMMAND_HEAD + HIDDEN || answer.length != HIDDEN + CHECKSUM) {
      throw new MalformedException("BAC ended with an answer of another length");
    }
    try {
      byte[] hidden = Arrays.copyOf(answer, HIDDEN);
      SecretKey seal = Util.deriveKey(key.getKey(), Util.MAC_MODE);
      if (!MessageDigest.isEqual(
          checksum(seal, hidden), Arrays.copyOfRange(answer, HIDDEN, answer.length))) {
        throw new MalformedException("BAC ended with a wrong checksum");
      }
      SecretKey cover = Util.deriveKey(key.getKey(), Util.ENC_MODE);
      byte[] theirs = uncovered(cover, hidden);
      byte[] ours =
          uncovered(cover, Arrays.copyOfRange(command, COMMAND_HEAD, COMMAND_HEAD + HIDDEN));
      // Ours begins with our number, theirs with the chip's.
      if (!Arrays.equals(ours, 0, 8, theirs, 8, 16) || !Arrays.equals(ours, 8, 16, theirs, 0, 8)) {
        throw new MalformedException("BAC ended with other random numbers");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("triple DES is missing", e);
    }
  }

  private static byte[] uncovered(SecretKey key, byte[] hidden) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(new byte[8]));
    return cipher.doFinal(hidden);
  }

  private static byte[] checksum(SecretKey key, byte[] data) {
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine(), new ISO7816d4Padding());
    mac.init(new KeyParameter(Arrays.copyOf(key.getEncoded(), 16)));
    mac.update(data, 0, data.length);
    byte[] found = new byte[CHECKSUM];
    mac.doFinal(found, 0);
    return found;
  }

  /**
   * After the last step of PACE: the chip's token, which JMRTD has checked, stands where it belongs
   * (ICAO 9303-11 §4.4.4.2).
   *
   * @throws MalformedException if not
   */
  static void token(Link link) throws MalformedException {
    List<Tlv> objects = Tlv.single(link.plainAnswer(), DYNAMIC_AUTHENTICATION).children();
    if (objects.stream().filter(object -> object.tag() == CHIP_TOKEN).count() != 1) {
      throw new MalformedException("PACE ended with a token under another tag");
    }
  }
}
