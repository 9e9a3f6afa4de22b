package vn.motcua.kiosk.store.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals fields: AES-256-GCM (NIST SP 800-38D) with a nonce of 96 random bits and the place of the
 * field as additional data, so that a sealed value cannot be read, changed, or moved to another
 * dossier or column unnoticed. A key seals at most 2^32 values (8.3 there). Safe for use by several
 * threads.
 */
public final class Sealer {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  public Sealer(MasterKey master) {
    key = master.of("fields", "AES");
  }

  /**
   * @param place where the value stands: the dossier's code and the column
   */
  public byte[] seal(String plain, String place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, place);
      byte[] text = plain.getBytes(StandardCharsets.UTF_8);
      byte[] sealed = new byte[1 + NONCE + cipher.getOutputSize(text.length)];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE);
      cipher.doFinal(text, 0, text.length, sealed, 1 + NONCE);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  /**
   * @throws BrokenSealException if it was not sealed for that place with this key, or was changed
   */
  public String open(byte[] sealed, String place) throws BrokenSealException {
    if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new BrokenSealException("not a sealed value");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed, 1, place);
      byte[] plain = cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
      String text = new String(plain, StandardCharsets.UTF_8);
      Arrays.fill(plain, (byte) 0);
      return text;
    } catch (AEADBadTagException changed) {
      throw new BrokenSealException("a broken seal", changed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int at, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, at, NONCE));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
