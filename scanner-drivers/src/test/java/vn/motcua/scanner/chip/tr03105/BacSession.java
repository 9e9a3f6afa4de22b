package vn.motcua.scanner.chip.tr03105;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jmrtd.BACKey;

/**
 * Somebody who knows the BAC key and listens (ICAO 9303-11 §4.3): he can change what the chip says
 * about itself, and read what the terminal sends afterwards.
 */
final class BacSession {
  private final byte[] encryption;
  private final byte[] authentication;
  private byte[] session = {};

  BacSession() {
    var key = Base.A.mrzKey();
    java.time.format.DateTimeFormatter six = java.time.format.DateTimeFormatter.ofPattern("uuMMdd");
    byte[] seed =
        new BACKey(key.documentNumber(), six.format(key.birth()), six.format(key.expiry()))
            .getKey();
    encryption = derive(seed, 1);
    authentication = derive(seed, 2);
  }

  private static byte[] derive(byte[] seed, int counter) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-1")
              .digest(Bytes.join(seed, new byte[] {0, 0, 0, (byte) counter})),
          16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tripleDes(int mode, byte[] key, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(Bytes.join(key, Arrays.copyOf(key, 8)), "DESede"),
          new IvParameterSpec(new byte[8]));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The chip's answer to EXTERNAL AUTHENTICATE with another content under a right checksum. */
  byte[] withOtherContent(byte[] answer) {
    byte[] content = tripleDes(Cipher.DECRYPT_MODE, encryption, Arrays.copyOf(answer, 32));
    byte[] hidden = tripleDes(Cipher.ENCRYPT_MODE, encryption, Bytes.flipped(content, 0));
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine());
    mac.init(new KeyParameter(authentication));
    byte[] padded = Bytes.join(hidden, Bytes.hex("8000000000000000"));
    mac.update(padded, 0, padded.length);
    byte[] checksum = new byte[8];
    mac.doFinal(checksum, 0);
    return Bytes.join(hidden, checksum, Bytes.status(0x9000));
  }

  /** Learns the key of the session from EXTERNAL AUTHENTICATE and its answer. */
  void listen(byte[] command, byte[] answer) {
    byte[] theirs =
        tripleDes(Cipher.DECRYPT_MODE, encryption, Arrays.copyOfRange(command, 5, 5 + 32));
    byte[] ours = tripleDes(Cipher.DECRYPT_MODE, encryption, Arrays.copyOf(answer, 32));
    byte[] seed = new byte[16];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) (theirs[16 + i] ^ ours[16 + i]);
    }
    session = derive(seed, 1);
  }

  /** The data of a protected command, padding included; empty if it has none. */
  byte[] data(byte[] command) {
    boolean extended = command[4] == 0;
    int at = extended ? 7 : 5;
    if ((command[at] & 0xFF) != 0x87 && (command[at] & 0xFF) != 0x85) {
      return new byte[0];
    }
    boolean marked = (command[at] & 0xFF) == 0x87;
    int length = command[at + 1] & 0xFF;
    int start = at + 2;
    if (length > 0x80) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | command[start++] & 0xFF;
      }
    }
    int from = marked ? start + 1 : start;
    return tripleDes(
        Cipher.DECRYPT_MODE, session, Arrays.copyOfRange(command, from, start + length));
  }
}
