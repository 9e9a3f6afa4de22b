package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * A timestamp whose own signature holds: signed by the key of its certificate, which is one for
 * timestamps and was valid then. Whether that certificate is trusted is another question.
 *
 * @param token as it came
 * @param time what it says
 * @param authority its certificate
 * @param certificates all that came along
 */
public record Timestamp(
    TimeStampToken token,
    Instant time,
    X509Certificate authority,
    List<X509Certificate> certificates) {
  public Timestamp {
    certificates = List.copyOf(certificates);
  }

  /**
   * Looks at a token.
   *
   * @throws GeneralSecurityException if its signature does not hold
   */
  @SuppressWarnings("unchecked")
  public static Timestamp of(TimeStampToken token) throws GeneralSecurityException {
    try {
      List<X509Certificate> all = new ArrayList<>();
      JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
      Store<X509CertificateHolder> store = token.getCertificates();
      for (X509CertificateHolder each : store.getMatches(null)) {
        all.add(converter.getCertificate(each));
      }
      Collection<X509CertificateHolder> own = store.getMatches(token.getSID());
      if (own.isEmpty()) {
        throw new GeneralSecurityException("the timestamp brings no certificate");
      }
      X509Certificate authority = converter.getCertificate(own.iterator().next());
      token.validate(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(Cms.provider())
              .build(own.iterator().next()));
      return new Timestamp(
          token, token.getTimeStampInfo().getGenTime().toInstant(), authority, all);
    } catch (TSPException | OperatorCreationException | RuntimeException e) {
      throw new GeneralSecurityException("the timestamp's signature does not hold", e);
    }
  }

  /** The digest that was stamped, by its algorithm's name in JCA. */
  String digest() {
    return switch (token.getTimeStampInfo().getMessageImprintAlgOID().getId()) {
      case "2.16.840.1.101.3.4.2.1" -> "SHA-256";
      case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
      case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
      case "1.3.14.3.2.26" -> "SHA-1";
      default -> "?";
    };
  }

  boolean isWeak() {
    return KeyScheme.isWeak(digest().toUpperCase(Locale.ROOT))
        || KeyScheme.isWeak(authority.getPublicKey());
  }

  byte[] imprint() {
    return token.getTimeStampInfo().getMessageImprintDigest();
  }

  byte[] der() {
    try {
      return token.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a token in memory could not be written", e);
    }
  }

  /** Reads a token. */
  static TimeStampToken read(byte[] der) throws GeneralSecurityException {
    try {
      return new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(der));
    } catch (CMSException | TSPException | IOException | RuntimeException e) {
      throw new GeneralSecurityException("no timestamp", e);
    }
  }
}
