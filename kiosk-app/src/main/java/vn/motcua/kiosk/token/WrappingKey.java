package vn.motcua.kiosk.token;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A key in a token that wraps a small secret: AES-256 in GCM (NIST SP 800-38D; CKM_AES_GCM), or,
 * with tokens that know no AES, RSA with PKCS#1 v1.5 padding (RFC 8017, 7.2; CKM_RSA_PKCS), which
 * every token knows; nobody else ever sees whether a padding was right.
 */
public final class WrappingKey {
  private static final int BITS = 256;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte AES = 1;
  private static final byte RSA = 2;

  private final Token token;
  private final String name;

  /**
   * @param name the key's name in the token
   */
  public WrappingKey(Token token, String name) {
    this.token = token;
    this.name = name;
  }

  /**
   * Wraps {@code secret} with the key of that name; makes an AES key, which never leaves the token,
   * if there is none.
   *
   * @throws TokenException REFUSED if the token can do neither
   */
  public byte[] wrap(byte[] secret, byte[] context) throws TokenException {
    try {
      KeyStore keys = token.keys();
      if (keys.containsAlias(name) && keys.getKey(name, null) instanceof PrivateKey) {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.getCertificate(name).getPublicKey());
        return join(RSA, new byte[0], cipher.doFinal(secret));
      }
      byte[] nonce = new byte[NONCE];
      new SecureRandom().nextBytes(nonce);
      return join(AES, nonce, gcm(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret));
    } catch (GeneralSecurityException | ProviderException e) {
      throw TokenException.of(e);
    }
  }

  /**
   * What {@link #wrap} wrapped.
   *
   * @throws TokenException REFUSED if the key is not there any more, or it was wrapped by another
   */
  public byte[] unwrap(byte[] wrapped, byte[] context) throws TokenException {
    try {
      Key key = token.keys().getKey(name, null);
      if (key == null || wrapped.length <= 1 + NONCE) {
        throw new TokenException(TokenException.Trouble.REFUSED);
      }
      if (wrapped[0] == RSA && key instanceof PrivateKey) {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", token.provider());
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(wrapped, 1, wrapped.length - 1);
      }
      byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE);
      return gcm(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(wrapped, 1 + NONCE, wrapped.length - 1 - NONCE);
    } catch (GeneralSecurityException | ProviderException e) {
      throw TokenException.of(e);
    }
  }

  private Cipher gcm(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", token.provider());
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  private Key key() throws GeneralSecurityException {
    KeyStore keys = token.keys();
    if (!keys.containsAlias(name)) {
      KeyGenerator generator = KeyGenerator.getInstance("AES", token.provider());
      generator.init(BITS);
      SecretKey made = generator.generateKey();
      keys.setEntry(name, new KeyStore.SecretKeyEntry(made), null);
    }
    return keys.getKey(name, null);
  }

  private static byte[] join(byte kind, byte[] nonce, byte[] wrapped) {
    byte[] all = new byte[1 + nonce.length + wrapped.length];
    all[0] = kind;
    System.arraycopy(nonce, 0, all, 1, nonce.length);
    System.arraycopy(wrapped, 0, all, 1 + nonce.length, wrapped.length);
    return all;
  }
}
