package vn.motcua.scanner.chip.tr03105;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key and how it signs.
 *
 * @param algorithm as the provider calls it, for example {@code SHA256withPLAIN-ECDSA}
 */
record Signing(KeyPair keys, String algorithm) {
  private static final Provider BC = new BouncyCastleProvider();
  private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

  /**
   * Signing with a key that is made once.
   *
   * @param key for example {@code RSA 2048}, {@code DSA 2048}, {@code EC brainpoolP256r1}
   * @param name tells keys of one kind from each other
   */
  static Signing with(String key, String name, String algorithm) {
    return new Signing(MADE.computeIfAbsent(key + " " + name, _ -> make(key)), algorithm);
  }

  private static KeyPair make(String key) {
    String[] parts = key.split(" ", -1);
    try {
      boolean curve = parts[0].equals("EC");
      // The JDK knows good parameters for DSA by heart, BouncyCastle looks for some for minutes.
      KeyPairGenerator generator =
          curve
              ? KeyPairGenerator.getInstance(parts[0], BC)
              : KeyPairGenerator.getInstance(parts[0]);
      if (curve) {
        generator.initialize(new ECGenParameterSpec(parts[1]));
      } else {
        generator.initialize(Integer.parseInt(parts[1]));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  SubjectPublicKeyInfo info() {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private ContentSigner signer() {
    try {
      return new JcaContentSignerBuilder(algorithm).setProvider(BC).build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  AlgorithmIdentifier identifier() {
    return signer().getAlgorithmIdentifier();
  }

  byte[] sign(byte[] data) {
    ContentSigner signer = signer();
    try (OutputStream out = signer.getOutputStream()) {
      out.write(data);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return signer.getSignature();
  }
}
