package vn.motcua.scanner.chip;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * Learns an issuer whose certificate cannot be had, from cards of people who are known to those who
 * do it: at least three cards, at least two document signers, each chip proven to be no copy. It is
 * a value: each card makes the next one. It reads no card and writes no file.
 *
 * <p>What is learnt is the issuer's key, if it can be computed from the signers' certificates, if
 * they name it and if two of them confirm it; a card that does not fit then ends the enrolment.
 * Otherwise (an issuer who signs by RSA, or names no key) the signers themselves are pinned, and
 * whether they belong together cannot be proved: {@link Progress#basis} says which of both it is.
 */
public final class Enrolment {
  /** How many cards of different people it takes. */
  public static final int CARDS = 3;

  /** How many different document signers it takes. */
  public static final int SIGNERS = 2;

  /** What a verdict may rest on for a card that may teach something. */
  private static final List<Kind> UNKNOWN = List.of(Kind.NO_ANCHOR, Kind.ISSUER_UNKNOWN);

  /** What became of a card. */
  public sealed interface Step {
    /** It counts; go on with this. */
    record Counted(Enrolment next) implements Step {}

    /** It does not count; go on as before with another card. */
    record Passed(TrustFault why) implements Step {}

    /** It shows that something is wrong: nothing may be learnt from these cards. */
    record Ended(TrustFault why) implements Step {}
  }

  /** What can be learnt. */
  public enum Basis {
    /** Nothing yet. */
    NONE,
    /** The issuer's key, confirmed by two signers. */
    KEY,
    /** The signers' certificates, which cannot be checked against each other. */
    SIGNERS
  }

  /**
   * How far it is.
   *
   * @param cards how many count
   * @param signers how many different document signers they carry
   * @param missingCards how many cards are still needed
   * @param missingSigners how many other signers are still needed
   * @param basis what can be learnt
   * @param curve the curve of the key, or empty
   */
  public record Progress(
      int cards, int signers, int missingCards, int missingSigners, Basis basis, String curve) {
    /** Whether it can be finished. */
    public boolean enough() {
      return missingCards == 0 && missingSigners == 0 && basis != Basis.NONE;
    }
  }

  /** What is written down with what was learnt. */
  record Protocol(
      String state, LocalDate day, String technician, String witness, List<String> cards) {}

  private record Seen(String hash, String state, X509CertificateHolder signer) {}

  private final byte[] salt;
  private final List<Seen> seen;
  private final SignersAgree.Finding finding;

  private Enrolment(byte[] salt, List<Seen> seen, SignersAgree.Finding finding) {
    this.salt = salt;
    this.seen = List.copyOf(seen);
    this.finding = finding;
  }

  /** No card yet. */
  public static Enrolment begin() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return new Enrolment(salt, List.of(), new SignersAgree.Finding.Undecided());
  }

  /**
   * The next card, read with official anchors only.
   *
   * @param card what its chip said
   */
  public Step add(ChipRecord card) {
    int n = seen.size() + 1;
    TrustVerdict verdict = card.trust();
    if (verdict instanceof TrustVerdict.Verified
        || verdict instanceof TrustVerdict.IssuerVerified) {
      return new Step.Passed(new TrustFault.Known(n));
    }
    Optional<X509CertificateHolder> signer = card.signer().flatMap(Enrolment::decoded);
    String number = identity(card.mrz());
    String state = card.mrz().issuingState();
    if (!teaches(verdict) || number.isEmpty() || !state.matches("[A-Z]{1,3}") || signer.isEmpty()) {
      return new Step.Passed(new TrustFault.Unfit(n));
    }
    if (!verdict.has(Kind.CHIP_PROVEN)) {
      return new Step.Passed(new TrustFault.Copy(n));
    }
    String hash = CardHash.of(salt, state, number);
    if (seen.stream().anyMatch(before -> before.hash.equals(hash))) {
      return new Step.Passed(new TrustFault.Repeated(n));
    }
    if (seen.stream().anyMatch(before -> !before.state.equals(state))) {
      return new Step.Ended(new TrustFault.Disagrees(n));
    }
    List<Seen> all = new ArrayList<>(seen);
    all.add(new Seen(hash, state, signer.get()));
    SignersAgree.Finding next = SignersAgree.of(all.stream().map(Seen::signer).toList());
    return next instanceof SignersAgree.Finding.Conflict(int which)
        ? new Step.Ended(new TrustFault.Disagrees(which))
        : new Step.Counted(new Enrolment(salt, all, next));
  }

  /** Only the issuer is unknown, and nothing contradicts itself. */
  private static boolean teaches(TrustVerdict verdict) {
    return verdict instanceof TrustVerdict.SignedUnknownIssuer
        && UNKNOWN.stream().anyMatch(verdict::has)
        && verdict.reasons().stream()
            .map(TrustReason::kind)
            .allMatch(kind -> kind.weight() == TrustReason.Weight.NOTE || UNKNOWN.contains(kind));
  }

  private static Optional<X509CertificateHolder> decoded(byte[] der) {
    try {
      X509CertificateHolder signer = EnrolledAnchor.certificate(der);
      return SignerRules.maySignDocuments(signer) ? Optional.of(signer) : Optional.empty();
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** What tells one person's card from another's. */
  private static String identity(Mrz mrz) {
    return mrz.citizenNumber().isEmpty() ? mrz.documentNumber() : mrz.citizenNumber();
  }

  /** How far it is. */
  public Progress progress() {
    int signers = (int) seen.stream().map(Seen::signer).distinct().count();
    Basis basis =
        switch (finding) {
          case SignersAgree.Finding.Keys _ -> Basis.KEY;
          case SignersAgree.Finding.Pins _ -> Basis.SIGNERS;
          case SignersAgree.Finding.Undecided _,
              SignersAgree.Finding.Doubt _,
              SignersAgree.Finding.Conflict _ ->
              Basis.NONE;
        };
    String curve =
        finding instanceof SignersAgree.Finding.Keys(List<KeyRecovery.Candidate> keys)
            ? keys.getFirst().curve()
            : "";
    return new Progress(
        seen.size(),
        signers,
        Math.max(0, CARDS - seen.size()),
        Math.max(0, SIGNERS - signers),
        basis,
        curve);
  }

  /**
   * What was learnt.
   *
   * @param technician who does it
   * @param witness the member of staff who is there
   * @param day today
   * @throws FaultException TRUST-ENROL-FEW if that is not enough to trust anybody,
   *     TRUST-ENROL-DISAGREES if one card's signer names a key that no other confirms
   */
  public EnrolledAnchors finish(String technician, String witness, LocalDate day)
      throws FaultException {
    if (finding instanceof SignersAgree.Finding.Doubt(int which)) {
      throw new FaultException(new TrustFault.Disagrees(which));
    }
    Progress progress = progress();
    if (!progress.enough()) {
      throw new FaultException(new TrustFault.Few(progress.cards(), progress.signers()));
    }
    Protocol protocol =
        new Protocol(
            seen.getFirst().state,
            day,
            technician,
            witness,
            seen.stream().map(Seen::hash).toList());
    return new EnrolledAnchors(
        finding instanceof SignersAgree.Finding.Keys(List<KeyRecovery.Candidate> keys)
            ? keys.stream().map(key -> ofKey(key.key(), protocol)).toList()
            : seen.stream().map(Seen::signer).distinct().map(s -> ofSigner(s, protocol)).toList());
  }

  private EnrolledAnchor ofKey(IssuerKey key, Protocol protocol) {
    X509CertificateHolder example =
        seen.stream().map(Seen::signer).filter(key::signed).findFirst().orElseThrow();
    return EnrolledAnchor.of(EnrolledAnchor.Kind.KEY, key.encoded(), example, protocol);
  }

  private static EnrolledAnchor ofSigner(X509CertificateHolder signer, Protocol protocol) {
    try {
      return EnrolledAnchor.of(EnrolledAnchor.Kind.SIGNER, signer.getEncoded(), signer, protocol);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
