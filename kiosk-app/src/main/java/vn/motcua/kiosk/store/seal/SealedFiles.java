package vn.motcua.kiosk.store.seal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals whole files, of any length, in pieces: AES-256-GCM for each piece, under a key of the
 * file's own (HKDF from a salt of 32 random bytes), with the piece's number and whether it is the
 * last in its nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015). So a
 * piece cannot be changed, left out, doubled or moved, nor the file cut, and nothing is handed out
 * that was not checked before. Memory: one piece.
 *
 * <p>Layout: {@code MCF1}, salt, then pieces of {@value #PIECE} bytes (the last may be shorter, or
 * empty), each with its tag of 16 bytes.
 */
public final class SealedFiles {
  /** Plain bytes of a piece. */
  public static final int PIECE = 1 << 18;

  private static final byte[] HEAD = "MCF1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 32;
  private static final int TAG = 16;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  public SealedFiles(MasterKey master) {
    key = master.of("files", "Generic");
  }

  /**
   * Seals all of {@code plain}.
   *
   * @param place what the file belongs to: the dossier's code
   */
  public void seal(InputStream plain, OutputStream sealed, String place) throws IOException {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    SecretKey own = own(salt);
    sealed.write(HEAD);
    sealed.write(salt);
    byte[] piece = plain.readNBytes(PIECE);
    for (int number = 0; ; number++) {
      byte[] next = piece.length < PIECE ? new byte[0] : plain.readNBytes(PIECE);
      boolean last = next.length == 0;
      sealed.write(piece(Cipher.ENCRYPT_MODE, own, number, last, place, piece));
      if (last) {
        return;
      }
      piece = next;
    }
  }

  /**
   * Opens what {@link #seal} wrote. If it throws, what went to {@code plain} so far is a true
   * beginning of the file, and not the whole.
   *
   * @throws BrokenSealException if it was changed, cut, or belongs to something else
   */
  public void open(InputStream sealed, OutputStream plain, String place) throws IOException {
    if (!java.util.Arrays.equals(sealed.readNBytes(HEAD.length), HEAD)) {
      throw new BrokenSealException("not a sealed file");
    }
    byte[] salt = sealed.readNBytes(SALT);
    if (salt.length < SALT) {
      throw new BrokenSealException("a sealed file that was cut", new EOFException());
    }
    SecretKey own = own(salt);
    byte[] piece = sealed.readNBytes(PIECE + TAG);
    for (int number = 0; ; number++) {
      byte[] next = piece.length < PIECE + TAG ? new byte[0] : sealed.readNBytes(PIECE + TAG);
      boolean last = next.length == 0;
      plain.write(piece(Cipher.DECRYPT_MODE, own, number, last, place, piece));
      if (last) {
        return;
      }
      piece = next;
    }
  }

  /** How long the sealed form of {@code plain} bytes is. */
  public static long sealedLength(long plain) {
    long pieces = Math.max(1, (plain + PIECE - 1) / PIECE);
    return HEAD.length + SALT + plain + pieces * TAG;
  }

  private SecretKey own(byte[] salt) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt)
                  .thenExpand("motcua file".getBytes(StandardCharsets.UTF_8), MasterKey.BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 25 has HKDF", impossible);
    }
  }

  private static byte[] piece(
      int mode, SecretKey key, int number, boolean last, String place, byte[] bytes)
      throws BrokenSealException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(8, number).put(7, (byte) (last ? 1 : 0)).array();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (AEADBadTagException changed) {
      throw new BrokenSealException("a broken seal", changed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }
}
