package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.scanner.FaultException;

/**
 * The key under which secrets and citizen numbers are hashed (HMAC-SHA-256). Twelve digits and six
 * characters can be tried through; without this file the hashes say nothing.
 */
final class LookupKey {
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private LookupKey(byte[] bytes) {
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Reads the key file, or makes it for a folder that has no database yet. */
  static LookupKey open(DataFolder folder) throws FaultException {
    Path file = folder.key();
    try {
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) {
          throw new FaultException(new StoreFault.KeyMissing());
        }
        return new LookupKey(bytes);
      }
      if (Files.exists(folder.database())) {
        throw new FaultException(new StoreFault.KeyMissing());
      }
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      keepPrivate(folder.keys(), "rwx------");
      Durable.write(file, bytes);
      keepPrivate(file, "rw-------");
      return new LookupKey(bytes);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
  }

  byte[] of(DossierCode code, LookupSecret secret) {
    return mac("secret", code.value(), secret.value());
  }

  byte[] of(CitizenNumber number) {
    return mac("number", number.value());
  }

  private byte[] mac(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (String part : parts) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  private static void keepPrivate(Path file, String permissions) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    // Where there are no such permissions, the folder of the user or service protects the file.
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public String toString() {
    return "LookupKey[…]";
  }
}
