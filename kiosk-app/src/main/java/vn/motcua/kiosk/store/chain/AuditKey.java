package vn.motcua.kiosk.store.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/** The key with which an installation signs heads of its chain: Ed25519 (RFC 8032). */
public final class AuditKey {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrivateKey own;
  private final String open;

  private AuditKey(PrivateKey own, String open) {
    this.own = own;
    this.open = open;
  }

  /** A new one. */
  public static AuditKey random() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new AuditKey(
          pair.getPrivate(), Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 25 has Ed25519", impossible);
    }
  }

  /**
   * Reads what {@link #bytes} gave.
   *
   * @throws FaultException with {@link AuditFault.NoKey}
   */
  public static AuditKey read(byte[] bytes) throws FaultException {
    try {
      JsonNode all = JSON.readTree(bytes);
      return new AuditKey(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(
                      Base64.getDecoder().decode(all.required("private").stringValue()))),
          all.required("public").stringValue());
    } catch (JacksonException | GeneralSecurityException | IllegalArgumentException strange) {
      throw new FaultException(new AuditFault.NoKey(), strange);
    }
  }

  /** The key for a file that only its user can read. */
  public byte[] bytes() {
    return JSON.writeValueAsBytes(
        java.util.Map.of(
            "private", Base64.getEncoder().encodeToString(own.getEncoded()), "public", open));
  }

  /** SHA-256 of the public key, 64 hexadecimal digits: what the chain knows it by. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Sha256.of(Base64.getDecoder().decode(open)));
  }

  /** Signs a head; {@code at} to the second. */
  public SignedHead sign(ChainHead head, LocalDateTime at) {
    LocalDateTime second = at.truncatedTo(ChronoUnit.SECONDS);
    try {
      Signature sign = Signature.getInstance("Ed25519");
      sign.initSign(own);
      sign.update(SignedHead.message(head, second));
      return new SignedHead(head, second, open, Base64.getEncoder().encodeToString(sign.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("an Ed25519 key that does not sign", impossible);
    }
  }

  @Override
  public String toString() {
    return "AuditKey[…]";
  }
}
