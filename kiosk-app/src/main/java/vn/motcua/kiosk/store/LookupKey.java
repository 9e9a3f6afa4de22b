package vn.motcua.kiosk.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.store.seal.MasterKey;

/**
 * Hashes secrets and citizen numbers (HMAC-SHA-256). Twelve digits and six characters can be tried
 * through; without the key the hashes say nothing.
 */
final class LookupKey {
  private final SecretKey key;

  /** The master key itself: these hashes are older than the derived keys. */
  LookupKey(MasterKey master) {
    key = master.itself("HmacSHA256");
  }

  byte[] of(DossierCode code, LookupSecret secret) {
    return mac("secret", code.value(), secret.value());
  }

  /** Of a row of an older system, which names people. */
  byte[] of(DossierCode code, String row) {
    return mac("row", code.value(), row);
  }

  byte[] of(CitizenNumber number) {
    return mac("number", number.value());
  }

  byte[] of(DraftCode code) {
    return mac("draft", code.value());
  }

  byte[] ofSource(String source, DossierCode code) {
    return mac("source", source, code.value());
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

  @Override
  public String toString() {
    return "LookupKey[…]";
  }
}
