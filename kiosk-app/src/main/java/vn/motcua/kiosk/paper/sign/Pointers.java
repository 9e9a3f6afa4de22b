package vn.motcua.kiosk.paper.sign;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The addresses in a certificate where its authority answers (RFC 5280 §4.2.1.13, §4.2.2.1). */
final class Pointers {
  private static final int MOST = 5;

  private Pointers() {}

  static List<URI> responders(X509Certificate certificate) {
    List<URI> found = new ArrayList<>();
    value(certificate, Extension.authorityInfoAccess.getId())
        .ifPresent(value -> {
          for (AccessDescription each :
              AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
            if (AccessDescription.id_ad_ocsp.equals(each.getAccessMethod())) {
              add(each.getAccessLocation(), found);
            }
          }
        });
    return found;
  }

  static List<URI> lists(X509Certificate certificate) {
    List<URI> found = new ArrayList<>();
    value(certificate, Extension.cRLDistributionPoints.getId())
        .ifPresent(value -> {
          for (DistributionPoint each : CRLDistPoint.getInstance(value).getDistributionPoints()) {
            DistributionPointName name = each.getDistributionPoint();
            if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
              for (GeneralName general : GeneralNames.getInstance(name.getName()).getNames()) {
                add(general, found);
              }
            }
          }
        });
    return found;
  }

  private static void add(GeneralName name, List<URI> found) {
    if (name.getTagNo() != GeneralName.uniformResourceIdentifier || found.size() >= MOST) {
      return;
    }
    String text = name.getName().toString();
    if (text.toLowerCase(Locale.ROOT).startsWith("http")) {
      try {
        found.add(new URI(text));
      } catch (URISyntaxException e) {
        // No address: as if it were not there.
      }
    }
  }

  private static Optional<ASN1Primitive> value(X509Certificate certificate, String oid) {
    byte[] wrapped = certificate.getExtensionValue(oid);
    if (wrapped == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(wrapped).getOctets()));
    } catch (java.io.IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
