package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Finds, among many installed certificates, those whose key signed another one. Names are compared
 * as RFC 4519 says (letter case and the kind of string do not matter: states differ in them), and
 * only narrow the search: the key decides.
 */
final class CscaIndex {
  static final CscaIndex EMPTY = new CscaIndex(List.of());

  private final Map<X500Name, List<Csca>> bySubject = new HashMap<>();
  private final int size;

  CscaIndex(Collection<Csca> anchors) {
    Map<String, Csca> distinct = new LinkedHashMap<>();
    anchors.forEach(anchor -> distinct.putIfAbsent(anchor.id(), anchor));
    distinct
        .values()
        .forEach(a -> bySubject.computeIfAbsent(a.subject(), _ -> new ArrayList<>()).add(a));
    size = distinct.size();
  }

  int size() {
    return size;
  }

  List<Csca> all() {
    return bySubject.values().stream().flatMap(List::stream).toList();
  }

  /** Every anchor of this name. */
  List<Csca> named(X500Name subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  /**
   * The anchors that hold the key which signed this certificate: more than one if a state has
   * certified the same key more than once, none if nobody here did.
   */
  List<Csca> vouchingFor(X509CertificateHolder signer) {
    List<Csca> named = named(signer.getIssuer());
    Optional<ASN1OctetString> hint = KeyIdentifiers.authority(signer);
    List<Csca> hinted =
        named.stream().filter(a -> hint.isPresent() && a.keyIdentifier().equals(hint)).toList();
    return signing(hinted, signer)
        .or(() -> signing(named, signer))
        .map(key -> named.stream().filter(anchor -> anchor.key().same(key)).toList())
        .orElse(List.of());
  }

  private static Optional<IssuerKey> signing(List<Csca> among, X509CertificateHolder signer) {
    return among.stream().map(Csca::key).filter(key -> key.signed(signer)).findFirst();
  }
}
