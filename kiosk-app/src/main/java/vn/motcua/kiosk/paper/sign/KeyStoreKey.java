package vn.motcua.kiosk.paper.sign;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;

/** A key in one of Java's key stores; what files and tokens have in common. */
final class KeyStoreKey {
  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final Optional<Provider> provider;

  private KeyStoreKey(PrivateKey key, List<X509Certificate> chain, Optional<Provider> provider) {
    this.key = key;
    this.chain = chain;
    this.provider = provider;
  }

  /**
   * Takes the key out of {@code store}.
   *
   * @param alias which; empty if there must be just one
   * @param provider which does the signing; empty for any
   */
  static KeyStoreKey in(
      KeyStore store,
      Optional<String> alias,
      char @Nullable [] password,
      Optional<Provider> provider)
      throws FaultException, GeneralSecurityException {
    List<String> keys = new ArrayList<>();
    for (String each : Collections.list(store.aliases())) {
      if (store.isKeyEntry(each) && store.getCertificate(each) instanceof X509Certificate) {
        keys.add(each);
      }
    }
    String wanted =
        alias.isPresent()
            ? keys.stream().filter(alias.get()::equalsIgnoreCase).findFirst().orElse("")
            : keys.size() == 1 ? keys.getFirst() : "";
    if (wanted.isEmpty()) {
      throw fault(
          alias.isEmpty() && keys.size() > 1
              ? SignFault.KeyTrouble.SEVERAL
              : SignFault.KeyTrouble.NONE);
    }
    if (!(store.getKey(wanted, password) instanceof PrivateKey key)) {
      throw fault(SignFault.KeyTrouble.NONE);
    }
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate each : store.getCertificateChain(wanted)) {
      if (each instanceof X509Certificate certificate) {
        chain.add(certificate);
      }
    }
    KeyScheme.of(chain.getFirst().getPublicKey());
    return new KeyStoreKey(key, List.copyOf(chain), provider);
  }

  List<X509Certificate> chain() {
    return chain;
  }

  /** Signs, and makes sure that the signature is one by the certificate's key. */
  byte[] sign(byte[] message) throws FaultException, GeneralSecurityException, ProviderException {
    String algorithm = KeyScheme.of(chain.getFirst().getPublicKey()).algorithm();
    Signature signature =
        provider.isPresent()
            ? Signature.getInstance(algorithm, provider.get())
            : Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(message);
    byte[] signed = signature.sign();
    Signature check = Signature.getInstance(algorithm);
    check.initVerify(chain.getFirst().getPublicKey());
    check.update(message);
    if (!check.verify(signed)) {
      throw fault(SignFault.KeyTrouble.MISMATCH);
    }
    return signed;
  }

  static FaultException fault(SignFault.KeyTrouble trouble) {
    return new FaultException(new SignFault.Key(trouble));
  }
}
