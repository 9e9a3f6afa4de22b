package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Names in certificates, as people read them. */
final class Names {
  private Names() {}

  /** The common name, else the organisation, else the whole name. */
  static String of(X500Principal principal) {
    String common = part(principal, "CN");
    if (!common.isEmpty()) {
      return common;
    }
    String organisation = part(principal, "O");
    return organisation.isEmpty() ? principal.getName() : organisation;
  }

  static String subject(X509Certificate certificate) {
    return of(certificate.getSubjectX500Principal());
  }

  static String issuer(X509Certificate certificate) {
    return of(certificate.getIssuerX500Principal());
  }

  /** The organisation in the subject; empty if none. */
  static String organisation(X509Certificate certificate) {
    return part(certificate.getSubjectX500Principal(), "O");
  }

  private static String part(X500Principal principal, String type) {
    try {
      for (Rdn rdn : new LdapName(principal.getName()).getRdns().reversed()) {
        if (rdn.getType().equalsIgnoreCase(type) && rdn.getValue() instanceof String text) {
          // Only what can be shown in one line.
          return text.replaceAll("\\p{Cntrl}", " ").strip();
        }
      }
      return "";
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
