package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where revocation is asked: what was brought along (embedded in a document, or installed by a
 * technician), then OCSP and at last the list at the address in the certificate. Only addresses in
 * certificates of a chain that ends in an installed authority are ever asked, so a stranger's
 * document cannot send this computer anywhere.
 */
final class RevocationSources implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final long LARGEST_OCSP = 256 << 10;
  private static final long LARGEST_LIST = 64L << 20;

  private final List<X509CRL> installed;
  private final List<X509CRL> lists = new ArrayList<>();
  private final List<byte[]> responses = new ArrayList<>();
  private final Map<URI, Optional<X509CRL>> fetched = new LinkedHashMap<>();
  private final boolean online;
  private @Nullable Web web;

  /**
   * @param installed lists that a technician installed; where they answer nobody else is asked
   * @param online whether the network may be asked
   */
  RevocationSources(List<X509CRL> installed, boolean online) {
    this.installed = List.copyOf(installed);
    this.online = online;
  }

  /** Also uses what a document brings along. */
  void add(List<X509CRL> moreLists, List<byte[]> moreResponses) {
    lists.addAll(moreLists);
    responses.addAll(moreResponses);
  }

  /**
   * Asks about one certificate.
   *
   * @param when the moment that matters: evidence must not be older than it knows how to be
   */
  Revocation ask(X509Certificate certificate, X509Certificate issuer, Instant when) {
    List<String> reasons = new ArrayList<>();
    Optional<Revocation> known = Optional.empty();
    for (X509CRL list : installed) {
      known = worse(known, CrlAnswer.judge(list, certificate, issuer, when, reasons));
    }
    boolean settled = known.isPresent();
    for (byte[] response : responses) {
      known = worse(known, OcspAnswer.judge(response, certificate, issuer, when, reasons));
    }
    for (X509CRL list : lists) {
      known = worse(known, CrlAnswer.judge(list, certificate, issuer, when, reasons));
    }
    List<URI> responders = Pointers.responders(certificate);
    List<URI> places = Pointers.lists(certificate);
    // What a document brings along may be older than the revocation: asked again where possible.
    if (online && !settled && known.filter(Revocation.Revoked.class::isInstance).isEmpty()) {
      known = worse(known, askOnline(certificate, issuer, responders, places, when, reasons));
    }
    if (known.isPresent()) {
      return known.get();
    }
    boolean offered = !responders.isEmpty() || !places.isEmpty();
    if (!offered) {
      reasons.add("the certificate names no place to ask");
    } else if (!online) {
      reasons.add("the network was not asked");
    }
    return new Revocation.Unknown(offered, String.join("; ", reasons));
  }

  private Optional<Revocation> askOnline(
      X509Certificate certificate,
      X509Certificate issuer,
      List<URI> responders,
      List<URI> places,
      Instant when,
      List<String> reasons) {
    for (URI responder : responders) {
      Optional<Revocation> answer = askResponder(responder, certificate, issuer, when, reasons);
      if (answer.isPresent()) {
        return answer;
      }
    }
    for (URI place : places) {
      fetch(place, reasons);
    }
    // Certificates of one issuer share its list even where only one of them names its place.
    for (Optional<X509CRL> list : fetched.values()) {
      Optional<Revocation> answer =
          list.flatMap(l -> CrlAnswer.judge(l, certificate, issuer, when, reasons));
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Optional<Revocation> worse(Optional<Revocation> one, Optional<Revocation> two) {
    return two.isPresent() && (one.isEmpty() || two.get() instanceof Revocation.Revoked)
        ? two
        : one;
  }

  private Optional<Revocation> askResponder(
      URI responder,
      X509Certificate certificate,
      X509Certificate issuer,
      Instant when,
      List<String> reasons) {
    try {
      OcspAnswer.Question question = OcspAnswer.question(certificate, issuer);
      byte[] answer =
          web().post(responder, "application/ocsp-request", question.der(), LARGEST_OCSP);
      if (!question.isAnsweredBy(answer)) {
        reasons.add("the responder answered another question");
        return Optional.empty();
      }
      return OcspAnswer.judge(answer, certificate, issuer, when, reasons);
    } catch (IOException e) {
      reasons.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void fetch(URI place, List<String> reasons) {
    if (fetched.containsKey(place)) {
      return;
    }
    Optional<X509CRL> list = Optional.empty();
    try {
      byte[] bytes = web().get(place, LARGEST_LIST);
      list =
          Optional.of(
              (X509CRL)
                  CertificateFactory.getInstance("X.509")
                      .generateCRL(new ByteArrayInputStream(bytes)));
    } catch (IOException | GeneralSecurityException e) {
      reasons.add(String.valueOf(e.getMessage()));
    }
    fetched.put(place, list);
  }

  private Web web() {
    Web used = web;
    if (used == null) {
      used = new Web(LIMIT);
      web = used;
    }
    return used;
  }

  @Override
  public void close() {
    if (web != null) {
      web.close();
    }
  }
}
