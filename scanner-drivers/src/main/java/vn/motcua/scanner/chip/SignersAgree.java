package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Decides whether document signers of several cards were certified by one issuer, as far as that
 * can be seen without the issuer's certificate.
 */
final class SignersAgree {
  /** What was found. */
  sealed interface Finding {
    /** Nothing speaks against it, and not enough for it. */
    record Undecided() implements Finding {}

    /** Every card's signer was certified by one of these keys, each confirmed by two signers. */
    record Keys(List<KeyRecovery.Candidate> keys) implements Finding {}

    /** No key can be computed or named; nothing that can be compared speaks against the signers. */
    record Pins() implements Finding {}

    /**
     * The others agree, and this card's signer names a key that no second signer confirms: the
     * issuer may have changed its keys, or somebody has made one of his own.
     *
     * @param card from 1
     */
    record Doubt(int card) implements Finding {}

    /**
     * This card's signer was not certified by the issuer of the others.
     *
     * @param card from 1
     */
    record Conflict(int card) implements Finding {}
  }

  private final List<X509CertificateHolder> cards;
  private final List<X509CertificateHolder> signers;

  private SignersAgree(List<X509CertificateHolder> cards) {
    this.cards = cards;
    this.signers = cards.stream().distinct().toList();
  }

  /**
   * Looks at the signers of all cards.
   *
   * @param cards one certificate for each card, in the order in which they were shown
   */
  static Finding of(List<X509CertificateHolder> cards) {
    return cards.isEmpty() ? new Finding.Undecided() : new SignersAgree(cards).find();
  }

  private Finding find() {
    X509CertificateHolder first = cards.getFirst();
    for (int i = 1; i < cards.size(); i++) {
      if (!cards.get(i).getIssuer().equals(first.getIssuer())) {
        return new Finding.Conflict(i + 1);
      }
    }
    List<List<KeyRecovery.Candidate>> candidates =
        signers.stream().map(KeyRecovery::candidates).toList();
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < signers.size(); i++) {
      Optional<ASN1OctetString> identifier = KeyIdentifiers.authority(signers.get(i));
      for (KeyRecovery.Candidate candidate : candidates.get(i)) {
        if (candidate.named() && named.stream().noneMatch(n -> n.key.same(candidate.key()))) {
          named.add(new Named(candidate, candidate.key(), identifier.orElseThrow()));
        }
      }
    }
    return named.isEmpty() ? byLikeness(candidates) : byKeys(named);
  }

  /** A computed key that its certificate names. */
  private record Named(
      KeyRecovery.Candidate candidate, IssuerKey key, ASN1OctetString identifier) {}

  private Finding byKeys(List<Named> named) {
    List<Named> confirmed =
        named.stream()
            .filter(n -> signers.stream().filter(n.key::signed).count() >= Enrolment.SIGNERS)
            .toList();
    int doubtful = 0;
    for (int i = 0; i < cards.size(); i++) {
      X509CertificateHolder signer = cards.get(i);
      if (confirmed.stream().anyMatch(n -> n.key.signed(signer))) {
        continue;
      }
      // It names a key that we know, and that key did not sign it: whoever made it copied the name.
      Optional<ASN1OctetString> claims = KeyIdentifiers.authority(signer);
      boolean falseClaim =
          claims.isPresent()
              && named.stream()
                  .anyMatch(n -> n.identifier.equals(claims.get()) && !n.key.signed(signer));
      boolean namesItsOwn = named.stream().anyMatch(n -> n.key.signed(signer));
      if (falseClaim || (!confirmed.isEmpty() && !namesItsOwn)) {
        return new Finding.Conflict(i + 1);
      }
      if (doubtful == 0 && namesItsOwn) {
        doubtful = i + 1;
      }
    }
    if (confirmed.isEmpty()) {
      return new Finding.Undecided();
    }
    return doubtful > 0
        ? new Finding.Doubt(doubtful)
        : new Finding.Keys(confirmed.stream().map(Named::candidate).toList());
  }

  /** Without a named key the certificates can only be held against each other. */
  private Finding byLikeness(List<List<KeyRecovery.Candidate>> candidates) {
    X509CertificateHolder first = cards.getFirst();
    for (int i = 1; i < cards.size(); i++) {
      X509CertificateHolder other = cards.get(i);
      if (!other.getSignatureAlgorithm().equals(first.getSignatureAlgorithm())
          || !KeyIdentifiers.authority(other).equals(KeyIdentifiers.authority(first))
          || (!KeyRecovery.possible(first)
              && other.getSignature().length != first.getSignature().length)) {
        return new Finding.Conflict(i + 1);
      }
    }
    if (signers.size() < Enrolment.SIGNERS) {
      return new Finding.Undecided();
    }
    return KeyRecovery.possible(first) ? bySharedKey(candidates) : new Finding.Pins();
  }

  /** ECDSA without a key identifier: one key must still be able to have signed them all. */
  private Finding bySharedKey(List<List<KeyRecovery.Candidate>> candidates) {
    List<IssuerKey> shared = new ArrayList<>();
    for (List<KeyRecovery.Candidate> ofSigner : candidates) {
      for (KeyRecovery.Candidate candidate : ofSigner) {
        if (signers.stream().filter(candidate.key()::signed).count() >= Enrolment.SIGNERS) {
          shared.add(candidate.key());
          break;
        }
      }
    }
    for (int i = 0; i < cards.size(); i++) {
      X509CertificateHolder signer = cards.get(i);
      boolean fits = shared.stream().anyMatch(key -> key.signed(signer));
      // As long as no two fit together, it is the later one that does not fit.
      if (!fits && (!shared.isEmpty() || !signer.equals(cards.getFirst()))) {
        return new Finding.Conflict(i + 1);
      }
    }
    return new Finding.Pins();
  }
}
