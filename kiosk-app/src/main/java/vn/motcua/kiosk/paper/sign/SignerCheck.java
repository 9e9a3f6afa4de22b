package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/**
 * Who would sign, checked before anything is signed (TT 15/2025/TT-BKHCN Đ5): shown to the person
 * at the desk, who then goes on or not.
 *
 * @param signer the certificate
 * @param name whose it is
 * @param organisation the agency in the certificate; empty if none
 * @param issuer who issued it
 * @param serial its serial number, hexadecimal
 * @param validUntil its last moment
 * @param trial whether its chain does not end in an installed authority: such a signature has no
 *     legal value
 * @param revocation what is known of its revocation, for people: {@code good}, {@code not asked: …}
 * @param checked whether every certificate of the chain is known not to be revoked
 */
public record SignerCheck(
    X509Certificate signer,
    String name,
    String organisation,
    String issuer,
    String serial,
    Instant validUntil,
    boolean trial,
    String revocation,
    boolean checked) {
  /** Who stands on the page for a certificate: its organisation, else its owner. */
  public static String agency(X509Certificate signer) {
    String organisation = Names.organisation(signer);
    return organisation.isEmpty() ? Names.subject(signer) : organisation;
  }

  /** The check with what the signing needs of it. */
  record Result(
      SignerCheck shown, List<X509Certificate> chain, List<RevocationEvidence> evidence) {}

  /**
   * Checks.
   *
   * @param exceptions what is allowed to be missing
   * @throws FaultException with a {@link SignFault.Certificate}
   */
  static Result of(
      SigningKey key,
      TrustFolder trust,
      RevocationSources sources,
      Exceptions exceptions,
      Clock clock)
      throws FaultException {
    X509Certificate signer = key.signer();
    String name = Names.subject(signer);
    Instant now = clock.instant();
    KeyScheme.of(signer.getPublicKey());
    if (now.isBefore(signer.getNotBefore().toInstant())) {
      throw fault(SignFault.CertificateTrouble.NOT_YET, name);
    }
    if (now.isAfter(signer.getNotAfter().toInstant())) {
      throw fault(SignFault.CertificateTrouble.EXPIRED, name);
    }
    if (!Purpose.signsDocuments(signer)) {
      throw fault(SignFault.CertificateTrouble.PURPOSE, name);
    }
    if (KeyScheme.isWeak(signer.getPublicKey())
        || (!TrustFolder.isSelfSigned(signer) && KeyScheme.isWeak(signer.getSigAlgName()))) {
      throw fault(SignFault.CertificateTrouble.WEAK, name);
    }
    Optional<Chain> chain = Chain.build(signer, key.certificates(), trust, now);
    if (chain.isEmpty()) {
      // An authority that has expired meanwhile is another thing than a stranger's.
      if (Chain.build(signer, key.certificates(), trust, signer.getNotBefore().toInstant())
          .isPresent()) {
        throw fault(SignFault.CertificateTrouble.EXPIRED, name);
      }
      if (!trust.isEmpty() && !exceptions.trial()) {
        throw fault(SignFault.CertificateTrouble.UNTRUSTED, name);
      }
      return new Result(
          shown(signer, true, "not asked: the issuer is not installed", false),
          key.certificates(),
          List.of());
    }
    Revocation.OfChain revocation = Revocation.of(chain.get(), sources, now);
    String state =
        switch (revocation.state()) {
          case Revocation.Good _ -> "good";
          case Revocation.Revoked _ -> throw fault(SignFault.CertificateTrouble.REVOKED, name);
          case Revocation.Unknown unknown -> {
            if (!exceptions.unchecked() && chain.get().below() > 0) {
              throw new FaultException(
                  new SignFault.Certificate(SignFault.CertificateTrouble.UNCHECKED, name),
                  new java.io.IOException(unknown.why()));
            }
            yield "not checked: " + unknown.why();
          }
        };
    List<X509Certificate> whole = new ArrayList<>(chain.get().certificates());
    return new Result(
        shown(signer, false, state, revocation.state() instanceof Revocation.Good),
        whole,
        revocation.evidence());
  }

  /**
   * What a person may decide to go without.
   *
   * @param trial sign with a key whose issuer is not installed although others are
   * @param unchecked sign although revocation could not be asked
   */
  public record Exceptions(boolean trial, boolean unchecked) {
    /** Nothing may be missing. */
    public static final Exceptions NONE = new Exceptions(false, false);
  }

  private static SignerCheck shown(
      X509Certificate signer, boolean trial, String revocation, boolean checked) {
    return new SignerCheck(
        signer,
        Names.subject(signer),
        Names.organisation(signer),
        Names.issuer(signer),
        signer.getSerialNumber().toString(16),
        signer.getNotAfter().toInstant(),
        trial,
        revocation,
        checked);
  }

  private static FaultException fault(SignFault.CertificateTrouble trouble, String name) {
    return new FaultException(new SignFault.Certificate(trouble, name));
  }
}
