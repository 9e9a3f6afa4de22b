package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/**
 * The folder {@code keys} under a passphrase, to travel in a backup: AES-256-GCM under a key made
 * by PBKDF2-HMAC-SHA-256 with 600,000 rounds (NIST SP 800-132; OWASP's figure for this function).
 */
final class KeyParcel {
  /** Its name in the backup. */
  static final String NAME = "keys.sealed";

  private static final int ROUNDS = 600_000;
  private static final int MOST_ROUNDS = 10_000_000;
  private static final int LARGEST = 64 * 1024;
  private static final int BITS = 256;
  private static final int TAG_BITS = 128;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private KeyParcel() {}

  /** Wraps every file of {@code keys}. */
  static byte[] wrap(Path keys, char[] passphrase) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(keys)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".part") && BackupManifest.isPlace(name)) {
          files.put(name, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        }
      }
    }
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[16];
    byte[] nonce = new byte[12];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] plain = JSON.writeValueAsBytes(files);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key(passphrase, salt, ROUNDS), nonce).doFinal(plain);
      Base64.Encoder text = Base64.getEncoder();
      return JSON.writeValueAsBytes(
          new TreeMap<>(
              Map.of(
                  "kdf", "PBKDF2WithHmacSHA256",
                  "rounds", ROUNDS,
                  "salt", text.encodeToString(salt),
                  "nonce", text.encodeToString(nonce),
                  "sealed", text.encodeToString(sealed))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM and PBKDF2", impossible);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens what {@link #wrap} made: the files by name.
   *
   * @throws FaultException with {@link BackupFault.Passphrase} or {@link BackupFault.Damaged}
   */
  static Map<String, byte[]> open(byte[] parcel, char[] passphrase) throws FaultException {
    try {
      if (parcel.length > LARGEST) {
        throw new FaultException(new BackupFault.Damaged(), "too large");
      }
      JsonNode all = JSON.readTree(parcel);
      int rounds = all.required("rounds").intValue();
      if (rounds < 1 || rounds > MOST_ROUNDS) {
        throw new FaultException(new BackupFault.Damaged(), "rounds");
      }
      byte[] plain =
          cipher(
                  Cipher.DECRYPT_MODE,
                  key(passphrase, bytes(all, "salt"), rounds),
                  bytes(all, "nonce"))
              .doFinal(bytes(all, "sealed"));
      Map<String, byte[]> files = new TreeMap<>();
      for (Map.Entry<String, JsonNode> file : List.copyOf(JSON.readTree(plain).properties())) {
        if (!BackupManifest.isPlace(file.getKey()) || file.getKey().contains("/")) {
          throw new FaultException(new BackupFault.Damaged(), "a strange name");
        }
        files.put(file.getKey(), Base64.getDecoder().decode(file.getValue().stringValue()));
      }
      Arrays.fill(plain, (byte) 0);
      return files;
    } catch (AEADBadTagException wrong) {
      throw new FaultException(new BackupFault.Passphrase(), wrong);
    } catch (JacksonException | IllegalArgumentException | GeneralSecurityException strange) {
      throw new FaultException(new BackupFault.Damaged(), strange);
    }
  }

  private static byte[] bytes(JsonNode all, String name) {
    return Base64.getDecoder().decode(all.required(name).stringValue());
  }

  private static SecretKey key(char[] passphrase, byte[] salt, int rounds)
      throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, BITS);
    try {
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new SecretKeySpec(bytes, "AES");
    } finally {
      spec.clearPassword();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD("motcua keys 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return cipher;
  }
}
