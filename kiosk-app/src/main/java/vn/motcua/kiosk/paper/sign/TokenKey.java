package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;

/**
 * A key in a USB token, smart card or HSM behind a PKCS#11 module. The PIN goes to the token and
 * nowhere else. A token that is pulled out at any moment is answered with {@code SIGN-TOKEN-GONE}.
 */
public final class TokenKey implements SigningKey {
  private static final AtomicLong COUNT = new AtomicLong();

  private final KeyStoreKey key;
  private final Provider provider;
  private final String place;

  private TokenKey(KeyStoreKey key, Provider provider, String place) {
    this.key = key;
    this.provider = provider;
    this.place = place;
  }

  /**
   * Logs in to a token.
   *
   * @param module the vendor's library
   * @param label the token's name; empty if just one is plugged in
   * @param alias the key's name; empty if the token holds just one
   * @param pin the user PIN; the caller wipes it
   * @throws FaultException with a {@link SignFault.Key}. A wrong PIN counts: most tokens lock
   *     themselves after a few
   */
  public static TokenKey open(
      Path module, Optional<String> label, Optional<String> alias, char[] pin)
      throws FaultException {
    if (!Files.isRegularFile(module)) {
      throw KeyStoreKey.fault(SignFault.KeyTrouble.MODULE);
    }
    TokenSlots.Slot slot = TokenSlots.find(module, label);
    Provider provider = provider(module, slot);
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return new TokenKey(
          KeyStoreKey.in(store, alias, null, Optional.of(provider)),
          provider,
          "PKCS#11 " + slot.label());
    } catch (IOException | GeneralSecurityException | ProviderException e) {
      logOut(provider);
      throw fault(e, SignFault.KeyTrouble.REFUSED);
    } catch (FaultException e) {
      logOut(provider);
      throw e;
    }
  }

  @Override
  public List<X509Certificate> certificates() {
    return key.chain();
  }

  @Override
  public byte[] sign(byte[] message) throws FaultException {
    try {
      return key.sign(message);
    } catch (GeneralSecurityException | ProviderException e) {
      throw fault(e, SignFault.KeyTrouble.REFUSED);
    }
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public void close() {
    logOut(provider);
  }

  private static Provider provider(Path module, TokenSlots.Slot slot) throws FaultException {
    Provider plain = Security.getProvider("SunPKCS11");
    if (plain == null) {
      throw new IllegalStateException("the Java runtime lacks the module jdk.crypto.cryptoki");
    }
    // Two dashes: what follows is the configuration itself. In its syntax a value with other than
    // letters stands in quotes, and backslashes (Windows) are doubled.
    String library = module.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    String text =
        "--name=motcua%d%nlibrary=\"%s\"%nslot=%d%n"
            .formatted(COUNT.incrementAndGet(), library, slot.id());
    try {
      return plain.configure(text);
    } catch (RuntimeException e) {
      throw fault(e, SignFault.KeyTrouble.MODULE);
    }
  }

  /** PKCS#11's return values, as Java's exceptions spell them somewhere in their causes. */
  private static FaultException fault(Exception trouble, SignFault.KeyTrouble otherwise) {
    SignFault.KeyTrouble found = otherwise;
    for (@Nullable Throwable each = trouble; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("CKR_PIN_LOCKED")) {
        found = SignFault.KeyTrouble.LOCKED;
      } else if (message.contains("CKR_PIN_")) {
        found = SignFault.KeyTrouble.PIN;
      } else if (isGone(message)) {
        found = SignFault.KeyTrouble.GONE;
      }
    }
    return new FaultException(new SignFault.Key(found), trouble);
  }

  /**
   * What modules answer once the token is away. They do not agree on one value: some say it
   * plainly, others that the session, the object or the device is no good any more.
   */
  private static boolean isGone(String message) {
    return message.contains("CKR_TOKEN_NOT_PRESENT")
        || message.contains("CKR_DEVICE_REMOVED")
        || message.contains("CKR_DEVICE_ERROR")
        || message.contains("CKR_SESSION_HANDLE_INVALID")
        || message.contains("CKR_SESSION_CLOSED")
        || message.contains("CKR_TOKEN_NOT_RECOGNIZED")
        || message.contains("CKR_OBJECT_HANDLE_INVALID")
        || message.contains("CKR_KEY_HANDLE_INVALID")
        || message.contains("CKR_SLOT_ID_INVALID")
        || message.contains("CKR_USER_NOT_LOGGED_IN")
        || message.contains("Token has been removed");
  }

  private static void logOut(Provider provider) {
    if (provider instanceof java.security.AuthProvider token) {
      try {
        token.logout();
      } catch (javax.security.auth.login.LoginException | RuntimeException e) {
        // It is away already, or was never logged in.
      }
    }
  }
}
