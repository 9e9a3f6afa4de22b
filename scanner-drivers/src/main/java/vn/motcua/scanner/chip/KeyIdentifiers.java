package vn.motcua.scanner.chip;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The ways in which certification authorities make a short name for a key. RFC 5280 §4.2.1.2 gives
 * two and forbids no other; RFC 7093 adds longer hashes cut to twenty bytes.
 */
final class KeyIdentifiers {
  private static final List<String> HASHES = List.of("SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private KeyIdentifiers() {}

  /** How a certificate names its issuer's key, if it does. */
  static Optional<ASN1OctetString> authority(X509CertificateHolder certificate) {
    try {
      AuthorityKeyIdentifier found =
          AuthorityKeyIdentifier.fromExtensions(certificate.getExtensions());
      byte[] bytes = found == null ? null : found.getKeyIdentifierOctets();
      return bytes == null || bytes.length == 0
          ? Optional.empty()
          : Optional.of(new DEROctetString(bytes));
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** Whether {@code identifier} is a name of this key in one of the usual ways. */
  static boolean names(
      byte[] identifier, ECPoint key, ASN1ObjectIdentifier curve, X9ECParameters parameters) {
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] point = key.getEncoded(compressed);
      if (namesBytes(identifier, point) || Arrays.equals(identifier, shortForm(point))) {
        return true;
      }
      for (ASN1Encodable written : writtenForms(curve, parameters)) {
        AlgorithmIdentifier algorithm =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, written);
        try {
          if (namesBytes(
              identifier, new SubjectPublicKeyInfo(algorithm, point).getEncoded("DER"))) {
            return true;
          }
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return false;
  }

  private static boolean namesBytes(byte[] identifier, byte[] content) {
    for (String name : HASHES) {
      byte[] hash = digest(name, content);
      if (Arrays.equals(identifier, hash)
          || (identifier.length == 20 && Arrays.equals(identifier, 0, 20, hash, 0, 20))) {
        return true;
      }
    }
    return false;
  }

  /** Method 2 of RFC 5280: 0100 and the last sixty bits of the SHA-1. */
  private static byte[] shortForm(byte[] point) {
    byte[] last = Arrays.copyOfRange(digest("SHA-1", point), 12, 20);
    last[0] = (byte) (0x40 | last[0] & 0x0F);
    return last;
  }

  /** The curve by its name, and written out with and without what may be left out (X9.62). */
  private static List<ASN1Encodable> writtenForms(
      ASN1ObjectIdentifier curve, X9ECParameters parameters) {
    List<ASN1Encodable> forms = new ArrayList<>();
    forms.add(curve);
    for (boolean compressed : new boolean[] {false, true}) {
      for (boolean seed : new boolean[] {false, true}) {
        byte[] random = parameters.getSeed();
        if (seed && random == null) {
          continue;
        }
        X9ECParameters full =
            new X9ECParameters(
                parameters.getCurve(),
                new X9ECPoint(parameters.getG(), compressed),
                parameters.getN(),
                parameters.getH(),
                seed ? random : null);
        forms.add(full);
        ASN1Encodable[] parts = ((DERSequence) full.toASN1Primitive()).toArray();
        if (parts[parts.length - 1] instanceof ASN1Integer) {
          forms.add(new DERSequence(Arrays.copyOf(parts, parts.length - 1)));
        }
      }
    }
    return forms;
  }

  private static byte[] digest(String name, byte[] content) {
    try {
      return MessageDigest.getInstance(name).digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " is missing", e);
    }
  }
}
