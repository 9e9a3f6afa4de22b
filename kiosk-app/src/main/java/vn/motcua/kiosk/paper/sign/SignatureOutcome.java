package vn.motcua.kiosk.paper.sign;

import vn.motcua.scanner.Fault;

/** What a signature, or a whole document, is worth; from good to bad. */
public enum SignatureOutcome {
  /** Everything holds. */
  VALID("VERIFY-VALID"),
  /** Everything holds, but whether the certificate was revoked could not be asked. */
  UNCHECKED("VERIFY-UNCHECKED"),
  /** Whole and unchanged, but by somebody whose authority is not installed. */
  UNTRUSTED("VERIFY-UNTRUSTED"),
  /** Whole and unchanged, but by a certificate that is not one for signing documents. */
  PURPOSE("VERIFY-PURPOSE"),
  /** The certificate was not valid when it signed, as far as that is proven. */
  EXPIRED("VERIFY-EXPIRED"),
  /** The certificate had been taken back when it signed, as far as that is proven. */
  REVOKED("VERIFY-REVOKED"),
  /** Made with SHA-1, MD5 or a key that is too short: it could be forged. */
  WEAK("VERIFY-WEAK"),
  /** The document carries no signature. */
  UNSIGNED("VERIFY-UNSIGNED"),
  /** The signature holds, but what is shown was changed afterwards. */
  CHANGED("VERIFY-CHANGED"),
  /** The signed bytes were changed, or the signature itself is spoiled. */
  BROKEN("VERIFY-BROKEN"),
  /** The file is encrypted. */
  ENCRYPTED("VERIFY-ENCRYPTED"),
  /** The file is a PDF that cannot be read. */
  DAMAGED("VERIFY-DAMAGED"),
  /** The file is larger than is looked at. */
  TOO_LARGE("VERIFY-LARGE"),
  /** The file is no PDF. */
  NOT_PDF("VERIFY-NOT-PDF"),
  /** There is no such file. */
  MISSING("VERIFY-MISSING");

  private final String code;

  SignatureOutcome(String code) {
    this.code = code;
  }

  /** The code of its sentences, for example {@code VERIFY-BROKEN}. */
  public String code() {
    return code;
  }

  /** The outcome as a fault; {@link #VALID} is none, but has its sentences all the same. */
  public Fault fault() {
    return new Bad(this);
  }

  /**
   * A document whose signatures are not all good.
   *
   * @param outcome the worst
   */
  record Bad(SignatureOutcome outcome) implements Fault {
    @Override
    public String code() {
      return outcome.code();
    }
  }

  /** The worse of two. */
  SignatureOutcome or(SignatureOutcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
