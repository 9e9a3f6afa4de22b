package vn.motcua.scanner.chip;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An issuer that was learnt on a machine from cards of its staff, never from a state. It holds no
 * data of a person: of the cards only slow salted hashes.
 *
 * @param kind what was learnt
 * @param content base64 of the SubjectPublicKeyInfo, or of the signer's certificate
 * @param issuer base64 of the distinguished name that the issuer bears in the certificates
 * @param keyIdentifier hexadecimal digits by which the certificates name the issuer's key, or empty
 * @param state issuing state of the cards
 * @param enrolled the day on which it was learnt
 * @param technician who did it, as typed
 * @param witness the member of staff who was there, as typed
 * @param cards a hash for each card that was shown; empty in what came from another machine
 * @param revocation that it no longer counts, if somebody said so
 */
public record EnrolledAnchor(
    Kind kind,
    String content,
    String issuer,
    String keyIdentifier,
    String state,
    LocalDate enrolled,
    String technician,
    String witness,
    List<String> cards,
    Optional<Revocation> revocation) {
  /** What was learnt. */
  public enum Kind {
    /** The issuer's key: it vouches for every signer that it certified. */
    KEY,
    /** One signer's certificate: it vouches for itself alone. */
    SIGNER
  }

  /**
   * That an anchor no longer counts.
   *
   * @param day since when
   * @param by who said so, as typed
   * @param why as typed
   */
  public record Revocation(LocalDate day, String by, String why) {
    public Revocation {
      by = line(by);
      why = line(why);
    }
  }

  /**
   * @throws IllegalArgumentException if a part is none of what it should be
   */
  public EnrolledAnchor {
    technician = line(technician);
    witness = line(witness);
    cards = List.copyOf(cards);
    if (!state.matches("[A-Z]{1,3}") || !keyIdentifier.matches("([0-9a-f]{2})*")) {
      throw new IllegalArgumentException("no state or no key identifier");
    }
    cards.forEach(card -> {
      if (!card.matches("[A-Za-z0-9+/=:-]{1,200}")) {
        throw new IllegalArgumentException("no hash of a card");
      }
    });
    byte[] bytes = Base64.getDecoder().decode(content);
    X500Name name = X500Name.getInstance(Base64.getDecoder().decode(issuer));
    switch (kind) {
      case KEY -> SubjectPublicKeyInfo.getInstance(bytes);
      case SIGNER -> {
        if (!certificate(bytes).getIssuer().equals(name)) {
          throw new IllegalArgumentException("a signer of another issuer");
        }
      }
    }
  }

  /** The first sixteen hexadecimal digits of the SHA-256 of the key or certificate. */
  public String id() {
    return Csca.fingerprint(Base64.getDecoder().decode(content)).substring(0, 16);
  }

  /** The issuer's distinguished name for people. */
  public String issuerName() {
    return name().toString();
  }

  /** Whether it counts. */
  public boolean active() {
    return revocation.isEmpty();
  }

  /** The same, no longer counting. One that does not count already stays as it is. */
  public EnrolledAnchor revoked(Revocation said) {
    return active() ? with(cards, Optional.of(said)) : this;
  }

  /** The same for another machine: without the hashes of the cards. */
  public EnrolledAnchor withoutCards() {
    return with(List.of(), revocation);
  }

  private EnrolledAnchor with(List<String> hashes, Optional<Revocation> said) {
    return new EnrolledAnchor(
        kind, content, issuer, keyIdentifier, state, enrolled, technician, witness, hashes, said);
  }

  X500Name name() {
    return X500Name.getInstance(Base64.getDecoder().decode(issuer));
  }

  static EnrolledAnchor of(
      Kind kind, byte[] content, X509CertificateHolder example, Enrolment.Protocol protocol) {
    try {
      return new EnrolledAnchor(
          kind,
          Base64.getEncoder().encodeToString(content),
          Base64.getEncoder().encodeToString(example.getIssuer().getEncoded("DER")),
          KeyIdentifiers.authority(example)
              .map(id -> HexFormat.of().formatHex(id.getOctets()))
              .orElse(""),
          protocol.state(),
          protocol.day(),
          protocol.technician(),
          protocol.witness(),
          protocol.cards(),
          Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static X509CertificateHolder certificate(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException wrong) {
      throw new IllegalArgumentException("no certificate", wrong);
    }
  }

  /** One line of at most 200 letters: nobody's name may look like another entry of a file. */
  private static String line(String typed) {
    String one = typed.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return one.length() > 200 ? one.substring(0, 200) : one;
  }
}
