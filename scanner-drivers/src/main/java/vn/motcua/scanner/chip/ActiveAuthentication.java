package vn.motcua.scanner.chip;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Active authentication (ICAO 9303-11 §6.1): the chip signs eight bytes of ours with the private
 * key that belongs to DG15. RSA by ISO/IEC 9796-2 scheme 1, ECDSA plain by BSI TR-03111 §5.2.1
 * (some chips answer in DER, which is taken too). Whether that key is the issuer's is for {@link
 * PassiveAuthentication} to say.
 */
final class ActiveAuthentication {
  private static final Logger LOG = LoggerFactory.getLogger(ActiveAuthentication.class);
  private static final int FILE = 0x6F;
  private static final int CHALLENGE = 8;

  /** Most common first; the trailer of an RSA signature and DG14 would name it, chips err. */
  private static final List<String> ECDSA =
      List.of(
          "SHA256withECDSA",
          "SHA1withECDSA",
          "SHA224withECDSA",
          "SHA384withECDSA",
          "SHA512withECDSA");

  private ActiveAuthentication() {}

  /** Asks the chip for the proof. Whatever comes out, secure messaging goes on as before. */
  static ChipProof ask(byte[] file, ChipFiles files) throws LinkException, MalformedException {
    SubjectPublicKeyInfo key;
    boolean rsa;
    try {
      key = SubjectPublicKeyInfo.getInstance(Tlv.single(file, FILE).value());
      if (!SignatureLimits.bearable(key)) {
        throw new MalformedException("a key that would take too long");
      }
      rsa = PublicKeyFactory.createKey(key) instanceof RSAKeyParameters;
    } catch (Exception unreadable) {
      // BouncyCastle answers malformed keys with exceptions of many kinds.
      LOG.info("DG15 holds no key that can be used");
      return ChipProof.BROKEN;
    }
    byte[] challenge = new byte[CHALLENGE];
    new SecureRandom().nextBytes(challenge);
    Optional<byte[]> answer = files.internalAuthenticate(challenge);
    if (answer.isEmpty()) {
      LOG.info("the chip did not take part in active authentication");
      return ChipProof.REFUSED;
    }
    boolean good = rsa ? rsa(key, challenge, answer.get()) : ecdsa(key, challenge, answer.get());
    return good ? ChipProof.PROVEN : ChipProof.WRONG;
  }

  private static boolean rsa(SubjectPublicKeyInfo key, byte[] challenge, byte[] signature) {
    return rsa(key, challenge, signature, new SHA1Digest(), true)
        || List.<Digest>of(
                new SHA256Digest(),
                new SHA1Digest(),
                new SHA224Digest(),
                new SHA384Digest(),
                new SHA512Digest())
            .stream()
            .anyMatch(digest -> rsa(key, challenge, signature, digest, false));
  }

  /** Implicit: the trailer is BC and the hash function agreed on; else the trailer names it. */
  private static boolean rsa(
      SubjectPublicKeyInfo key,
      byte[] challenge,
      byte[] signature,
      Digest digest,
      boolean implicit) {
    try {
      ISO9796d2Signer verifier = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
      verifier.init(false, PublicKeyFactory.createKey(key));
      verifier.updateWithRecoveredMessage(signature);
      verifier.update(challenge, 0, challenge.length);
      return verifier.verifySignature(signature);
    } catch (IOException | InvalidCipherTextException | RuntimeException other) {
      return false;
    }
  }

  private static boolean ecdsa(SubjectPublicKeyInfo info, byte[] challenge, byte[] signature) {
    PublicKey key;
    try {
      key = BouncyCastleProvider.getPublicKey(info);
    } catch (IOException unusable) {
      return false;
    }
    for (String algorithm : ECDSA) {
      String plain = algorithm.replace("with", "withPLAIN-");
      if (verifies(plain, key, challenge, signature)
          || verifies(algorithm, key, challenge, signature)) {
        return true;
      }
    }
    return false;
  }

  private static boolean verifies(
      String algorithm, PublicKey key, byte[] challenge, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm, PassiveAuthentication.BC);
      verifier.initVerify(key);
      verifier.update(challenge);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | RuntimeException no) {
      return false;
    }
  }
}
