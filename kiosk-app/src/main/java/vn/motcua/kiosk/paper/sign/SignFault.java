package vn.motcua.kiosk.paper.sign;

import vn.motcua.scanner.Fault;

/**
 * Why nothing was signed. The document that was to be signed is as it was. Faults of writing are
 * {@code PdfFault}s.
 */
public sealed interface SignFault extends Fault {
  /**
   * The key cannot be used.
   *
   * @param trouble why
   */
  record Key(KeyTrouble trouble) implements SignFault {
    @Override
    public String code() {
      return trouble.code();
    }
  }

  /**
   * The signer's certificate does not allow a signature now.
   *
   * @param trouble why
   * @param subject whose certificate
   */
  record Certificate(CertificateTrouble trouble, String subject) implements SignFault {
    @Override
    public String code() {
      return trouble.code();
    }

    @Override
    public String about() {
      return subject;
    }
  }

  /**
   * The document, the picture of a seal or the folder of trusted certificates cannot be used.
   *
   * @param trouble why
   */
  record Document(DocumentTrouble trouble) implements SignFault {
    @Override
    public String code() {
      return trouble.code();
    }
  }

  /**
   * The timestamp authority did not give what was asked for.
   *
   * @param trouble why
   */
  record Timestamp(TimestampTrouble trouble) implements SignFault {
    @Override
    public String code() {
      return trouble.code();
    }
  }

  /** What can be wrong with a key. */
  enum KeyTrouble {
    /** The key's file is missing, unreadable or no PKCS#12. */
    FILE("SIGN-KEY-FILE"),
    /** The PIN or password is wrong. */
    PIN("SIGN-KEY-PIN"),
    /** The token has locked its PIN. */
    LOCKED("SIGN-KEY-LOCKED"),
    /** No private key with a certificate, or none of the name that was asked for. */
    NONE("SIGN-KEY-NONE"),
    /** Several keys, and none was named. */
    SEVERAL("SIGN-KEY-SEVERAL"),
    /** Neither RSA nor elliptic curve. */
    KIND("SIGN-KEY-KIND"),
    /** The private key does not belong to its certificate. */
    MISMATCH("SIGN-KEY-MISMATCH"),
    /** The key refuses to sign. */
    REFUSED("SIGN-KEY-REFUSED"),
    /** The PKCS#11 module cannot be loaded. */
    MODULE("SIGN-TOKEN-MODULE"),
    /** No token of that name is plugged in. */
    NO_TOKEN("SIGN-TOKEN-NONE"),
    /** The token was pulled out. */
    GONE("SIGN-TOKEN-GONE");

    private final String code;

    KeyTrouble(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** What can be wrong with a certificate before signing. */
  enum CertificateTrouble {
    EXPIRED("SIGN-CERT-EXPIRED"),
    NOT_YET("SIGN-CERT-NOT-YET"),
    /** Its key usage allows neither digital signatures nor content commitment. */
    PURPOSE("SIGN-CERT-PURPOSE"),
    /** Its chain does not end in an installed authority. */
    UNTRUSTED("SIGN-CERT-UNTRUSTED"),
    REVOKED("SIGN-CERT-REVOKED"),
    /** Whether it is revoked could not be asked. */
    UNCHECKED("SIGN-CERT-UNCHECKED"),
    /** RSA under 2048 bits, a curve under 256 bits, or signed with SHA-1 or MD5. */
    WEAK("SIGN-CERT-WEAK");

    private final String code;

    CertificateTrouble(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** What can be wrong with what is to be signed. */
  enum DocumentTrouble {
    MISSING("SIGN-PDF-MISSING"),
    NOT_PDF("SIGN-PDF-NOT"),
    ENCRYPTED("SIGN-PDF-ENCRYPTED"),
    /** Its cross-references or objects are broken: an increment would not hold. */
    DAMAGED("SIGN-PDF-DAMAGED"),
    /** It carries scripts, attachments or actions: what people see need not be what is signed. */
    ACTIVE("SIGN-PDF-ACTIVE"),
    /** An earlier signature forbids further ones (DocMDP, ISO 32000-1 12.8.2.2). */
    CLOSED("SIGN-PDF-CLOSED"),
    /** An earlier signature does not hold any more. */
    BROKEN("SIGN-PDF-BROKEN"),
    TOO_LARGE("SIGN-PDF-LARGE"),
    /** Somebody else is signing it right now. */
    IN_USE("SIGN-PDF-IN-USE"),
    /** There is no room for another appearance on its first page. */
    NO_ROOM("SIGN-PDF-ROOM"),
    /** A visible trial over the signature of somebody known would spoil that one. */
    TRIAL_MARK("SIGN-PDF-TRIAL"),
    /** The picture of the seal is no PNG or an absurd one. */
    SEAL("SIGN-SEAL"),
    /** A file in the folder of trusted authorities cannot be understood. */
    TRUST("SIGN-TRUST-DAMAGED");

    private final String code;

    DocumentTrouble(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** What can be wrong with a timestamp, or with what long-term validation needs. */
  enum TimestampTrouble {
    UNREACHABLE("SIGN-TSA-UNREACHABLE"),
    /** It answered that it will not. */
    REFUSED("SIGN-TSA-REFUSED"),
    /** Its answer is no RFC 3161 response. */
    GARBAGE("SIGN-TSA-GARBAGE"),
    /** A timestamp for something else: wrong imprint, nonce or policy. */
    WRONG("SIGN-TSA-WRONG"),
    /** Its certificate is not one for timestamps, not trusted, or its signature is wrong. */
    CERTIFICATE("SIGN-TSA-CERT"),
    /** Its time and this computer's differ by more than ten minutes. */
    CLOCK("SIGN-TSA-CLOCK"),
    /** B-LT needs the revocation data of every certificate, and not all could be had. */
    NO_REVOCATION("SIGN-LT-INCOMPLETE");

    private final String code;

    TimestampTrouble(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
