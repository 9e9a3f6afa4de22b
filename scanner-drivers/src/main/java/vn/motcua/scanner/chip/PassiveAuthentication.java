package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * Decides how far data are proven (ICAO 9303-11 §5.1): the hashes of everything that was read must
 * stand in EF.SOD, its signature must fit the document signer's key, and an anchor of the {@link
 * TrustStore} must vouch for that key.
 */
final class PassiveAuthentication {
  /** Ours alone: nothing is registered for the whole process. It reads explicit EC parameters. */
  static final Provider BC = new BouncyCastleProvider();

  /** A card may be read on the day it was made, by a clock that is a little slow. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final TrustStore trust;
  private final Clock clock;
  private @Nullable CompletableFuture<Signature> early;

  PassiveAuthentication(TrustStore trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * What is to be judged.
   *
   * @param sod EF.SOD
   * @param groups every data group that was read, by number
   * @param proof whether the chip proved to be no copy, by a key in {@code groups}
   * @param issued when the card says that it was made, for signatures that carry no time
   * @param mrz the machine readable zone, for the issuing state and the kind of document
   * @param notes what is odd about the content
   */
  record Case(
      SecurityObject sod,
      Map<Integer, byte[]> groups,
      ChipProof proof,
      Optional<Instant> issued,
      Mrz mrz,
      List<TrustReason> notes) {}

  /**
   * Begins to check a signature while more is read: the radio leaves the processor idle. The next
   * {@link #judge} must be about the same EF.SOD.
   */
  void begin(SecurityObject.Signed sod) {
    early =
        CompletableFuture.supplyAsync(
            () ->
                sod.certificate()
                    .map(certificate -> signature(sod.signer(), certificate))
                    .orElse(Signature.UNREADABLE),
            Thread::startVirtualThread);
  }

  /** The verdict. */
  TrustVerdict judge(Case file) {
    List<TrustReason> reasons = new ArrayList<>();
    TrustVerdict verdict =
        switch (file.sod) {
          case SecurityObject.Unusable unusable -> {
            reasons.add(TrustReason.of(unusable.reason()));
            yield new TrustVerdict.NotVerifiable(decided(reasons, file.notes));
          }
          case SecurityObject.Signed signed -> judgeSigned(signed, file, reasons);
        };
    boolean good =
        verdict instanceof TrustVerdict.Verified || verdict instanceof TrustVerdict.IssuerVerified;
    boolean contradiction =
        file.notes.stream().anyMatch(r -> r.kind().weight() == TrustReason.Weight.CONTRADICTS);
    return good && contradiction
        ? new TrustVerdict.SignedUnknownIssuer(verdict.reasons())
        : verdict;
  }

  /** What the citizen's own data say about each other is named first. */
  private static List<TrustReason> ordered(List<TrustReason> notes, List<TrustReason> reasons) {
    List<TrustReason> all = new ArrayList<>();
    notes.stream().filter(PassiveAuthentication::contradicts).forEach(all::add);
    all.addAll(reasons);
    notes.stream().filter(note -> !contradicts(note)).forEach(all::add);
    return all;
  }

  private static boolean contradicts(TrustReason reason) {
    return reason.kind().weight() == TrustReason.Weight.CONTRADICTS;
  }

  private TrustVerdict judgeSigned(
      SecurityObject.Signed sod, Case file, List<TrustReason> reasons) {
    if (!hashesMatch(sod, file.groups, reasons)) {
      return new TrustVerdict.Forged(decided(reasons, file.notes));
    }
    Optional<X509CertificateHolder> signer = sod.certificate();
    if (signer.isEmpty()) {
      reasons.add(TrustReason.of(Kind.NO_SIGNER_CERTIFICATE));
      return new TrustVerdict.NotVerifiable(decided(reasons, file.notes));
    }
    CompletableFuture<Signature> begun = early;
    switch (begun == null ? signature(sod.signer(), signer.get()) : begun.join()) {
      case WRONG -> {
        reasons.add(TrustReason.of(Kind.SIGNATURE_WRONG));
        return new TrustVerdict.Forged(decided(reasons, file.notes));
      }
      case UNREADABLE -> {
        reasons.add(TrustReason.of(Kind.SIGNATURE_UNREADABLE));
        return new TrustVerdict.NotVerifiable(decided(reasons, file.notes));
      }
      case GOOD -> {
        // Go on: whose key is it?
      }
    }
    if (file.proof == ChipProof.WRONG) {
      reasons.add(TrustReason.of(Kind.CHIP_PROOF_WRONG));
      return new TrustVerdict.Forged(decided(reasons, file.notes));
    }
    return byIssuer(sod, signer.get(), file, reasons);
  }

  /** What makes the verdict so bad is named before anything else. */
  private static List<TrustReason> decided(List<TrustReason> reasons, List<TrustReason> notes) {
    List<TrustReason> all = new ArrayList<>(reasons);
    all.addAll(notes);
    return all;
  }

  private TrustVerdict byIssuer(
      SecurityObject.Signed sod,
      X509CertificateHolder signer,
      Case file,
      List<TrustReason> reasons) {
    Instant now = clock.instant();
    // The day on the card is not the hour of its signature; it only helps where now is too late.
    Optional<Instant> day = signer.isValidOn(Date.from(now)) ? Optional.empty() : file.issued();
    Instant signed = sod.signed().or(() -> day).orElse(now);
    IssuerCheck check =
        signed.isAfter(now.plus(CLOCKS_DIFFER))
            ? new IssuerCheck.Untrusted(Kind.SIGNED_IN_FUTURE)
            : trust.check(signer, signed, file.mrz.issuingState(), now, file.mrz.documentCode());
    if (check instanceof IssuerCheck.Trusted && !sod.strong()) {
      check = new IssuerCheck.Untrusted(Kind.DIGEST_WEAK);
    }
    return switch (check) {
      case IssuerCheck.Untrusted(Kind why) -> {
        reasons.add(TrustReason.of(why));
        if (file.proof == ChipProof.PROVEN) {
          reasons.add(TrustReason.of(Kind.CHIP_PROVEN));
        }
        yield new TrustVerdict.SignedUnknownIssuer(ordered(file.notes, reasons));
      }
      case IssuerCheck.Trusted(Anchor anchor, List<TrustReason> notes) -> {
        if (file.proof != ChipProof.PROVEN) {
          reasons.add(
              TrustReason.of(
                  file.proof == ChipProof.REFUSED ? Kind.CHIP_PROOF_REFUSED : Kind.NO_CHIP_PROOF));
        }
        reasons.addAll(notes);
        List<TrustReason> all = ordered(file.notes, reasons);
        yield file.proof == ChipProof.PROVEN
            ? new TrustVerdict.Verified(anchor, all)
            : new TrustVerdict.IssuerVerified(anchor, all);
      }
    };
  }

  private static boolean hashesMatch(
      SecurityObject.Signed sod, Map<Integer, byte[]> groups, List<TrustReason> reasons) {
    boolean match = true;
    for (Map.Entry<Integer, byte[]> group : groups.entrySet()) {
      byte[] expected = sod.hashes().get(group.getKey());
      if (expected == null) {
        reasons.add(new TrustReason(Kind.NOT_SIGNED, group.getKey()));
        match = false;
      } else if (!MessageDigest.isEqual(expected, digest(sod.digest(), group.getValue()))) {
        reasons.add(new TrustReason(Kind.HASH, group.getKey()));
        match = false;
      }
    }
    return match;
  }

  private static byte[] digest(String name, byte[] data) {
    try {
      return MessageDigest.getInstance(name).digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " is missing", e);
    }
  }

  private enum Signature {
    GOOD,
    WRONG,
    UNREADABLE
  }

  private static Signature signature(SignerInformation signer, X509CertificateHolder certificate) {
    SignerInformationVerifier verifier;
    try {
      // With the key alone: validity is judged against our clock, not the signer's claim of time.
      verifier =
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(BC)
              .build(
                  new JcaX509CertificateConverter()
                      .setProvider(BC)
                      .getCertificate(certificate)
                      .getPublicKey());
    } catch (OperatorCreationException | GeneralSecurityException | RuntimeException unusable) {
      return Signature.UNREADABLE;
    }
    try {
      return signer.verify(verifier) ? Signature.GOOD : Signature.WRONG;
    } catch (CMSException wrong) {
      // An algorithm that we do not have is not the card's fault; all else is.
      return wrong.getCause() instanceof OperatorCreationException
          ? Signature.UNREADABLE
          : Signature.WRONG;
    } catch (RuntimeException wrong) {
      return Signature.WRONG;
    }
  }
}
