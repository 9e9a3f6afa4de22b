package vn.motcua.kiosk.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.login.LoginException;

/** A token that somebody is logged in to. The PIN goes to the token and nowhere else. */
public final class Token implements AutoCloseable {
  private static final AtomicLong COUNT = new AtomicLong();

  private final String label;
  private final Provider provider;
  private final KeyStore keys;

  private Token(String label, Provider provider, KeyStore keys) {
    this.label = label;
    this.provider = provider;
    this.keys = keys;
  }

  /**
   * Logs in.
   *
   * @param module the vendor's library
   * @param label the token's name; empty if just one is plugged in
   * @param pin the user PIN; the caller wipes it
   * @throws TokenException a wrong PIN counts: most tokens lock themselves after a few
   */
  public static Token open(Path module, Optional<String> label, char[] pin) throws TokenException {
    if (!Files.isRegularFile(module)) {
      throw new TokenException(TokenException.Trouble.MODULE);
    }
    TokenSlots.Slot slot = TokenSlots.find(module, label);
    Provider provider = provider(module, slot);
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return new Token(slot.label(), provider, store);
    } catch (IOException | GeneralSecurityException | ProviderException e) {
      logOut(provider);
      throw TokenException.of(e);
    }
  }

  /** Its name. */
  public String label() {
    return label;
  }

  /** What computes inside the token. */
  public Provider provider() {
    return provider;
  }

  /** The keys that it holds. */
  public KeyStore keys() {
    return keys;
  }

  /** Logs out. */
  @Override
  public void close() {
    logOut(provider);
  }

  private static Provider provider(Path module, TokenSlots.Slot slot) throws TokenException {
    Provider plain = Security.getProvider("SunPKCS11");
    if (plain == null) {
      throw new IllegalStateException("the Java runtime lacks the module jdk.crypto.cryptoki");
    }
    // Two dashes: what follows is the configuration itself. In its syntax a value with other than
    // letters stands in quotes, and backslashes (Windows) are doubled. Keys that are made inside
    // never come out.
    String library = module.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    String text =
        """
        --name=motcua%d
        library="%s"
        slot=%d
        attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
          CKA_ENCRYPT = true
          CKA_DECRYPT = true
        }
        """
            .formatted(COUNT.incrementAndGet(), library, slot.id());
    try {
      return plain.configure(text);
    } catch (RuntimeException e) {
      throw new TokenException(TokenException.Trouble.MODULE, e);
    }
  }

  private static void logOut(Provider provider) {
    if (provider instanceof AuthProvider token) {
      try {
        token.logout();
      } catch (LoginException | RuntimeException e) {
        // It is away already, or was never logged in.
      }
    }
  }
}
