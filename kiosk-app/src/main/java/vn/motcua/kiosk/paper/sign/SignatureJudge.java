package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Judges the signatures of one document, one after the other. */
final class SignatureJudge {
  static final String DOCUMENT_TIMESTAMP = "TIMESTAMP";
  private static final String PADES = "ETSI.CAdES.detached";

  private final SourcePdf pdf;
  private final PDDocument document;
  private final RandomAccessRead bytes;
  private final TrustFolder trust;
  private final RevocationSources sources;
  private final boolean online;
  private final Clock clock;
  private final List<X509Certificate> stored = new ArrayList<>();
  private final boolean hasRevocationData;

  /** Signatures, by identity, that are good enough to show themselves over what others signed. */
  private final Set<COSDictionary> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Signatures, by identity, that hold, by somebody whose authority is not installed. */
  private final Set<COSDictionary> strangers = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether the file can be read without repairs; null until it matters. */
  private @Nullable Boolean soundly;

  SignatureJudge(
      SourcePdf pdf,
      PDDocument document,
      RandomAccessRead bytes,
      TrustFolder trust,
      RevocationSources sources,
      boolean online,
      Clock clock) {
    this.pdf = pdf;
    this.document = document;
    this.bytes = bytes;
    this.trust = trust;
    this.sources = sources;
    this.online = online;
    this.clock = clock;
    ValidationData.Content content = ValidationData.read(document);
    List<X509CRL> lists = new ArrayList<>();
    for (byte[] der : content.certificates()) {
      certificate(der).ifPresent(stored::add);
    }
    for (byte[] der : content.lists()) {
      list(der).ifPresent(lists::add);
    }
    sources.add(lists, content.responses());
    hasRevocationData = !lists.isEmpty() || !content.responses().isEmpty();
  }

  /**
   * Judges all.
   *
   * @param signatures in the order in which they were made
   */
  List<SignatureVerdict> judge(List<FoundSignature> signatures) throws IOException {
    // From the last to the first: a timestamp over the document proves when earlier ones existed.
    List<SignatureVerdict> verdicts = new ArrayList<>();
    Optional<Instant> existedBy = Optional.empty();
    for (FoundSignature each : signatures.reversed()) {
      SignatureVerdict verdict =
          each.isDocumentTimestamp() ? timestamp(each) : signature(each, existedBy);
      if (each.isDocumentTimestamp() && verdict.outcome() == SignatureOutcome.VALID) {
        existedBy = verdict.time();
      }
      if (!each.isDocumentTimestamp()
          && (verdict.outcome() == SignatureOutcome.VALID
              || verdict.outcome() == SignatureOutcome.UNCHECKED)) {
        shown.add(each.dictionary().getCOSObject());
      }
      if (!each.isDocumentTimestamp() && verdict.outcome() == SignatureOutcome.UNTRUSTED) {
        strangers.add(each.dictionary().getCOSObject());
      }
      verdicts.addFirst(verdict);
    }
    return verdicts;
  }

  private SignatureVerdict signature(FoundSignature found, Optional<Instant> existedBy)
      throws IOException {
    Draft draft = new Draft(found, claimed(found));
    if (found.range().isEmpty()) {
      return draft.broken("the signed range is not that of a signature");
    }
    SignedRange range = found.range().get();
    draft.covers(range.end(), range.isWhole(bytes));
    String form = String.valueOf(found.dictionary().getSubFilter());
    if (!form.equals(PADES) && !form.equals("adbe.pkcs7.detached")) {
      return draft.weak("an outdated or unknown kind of signature: " + form);
    }
    CmsCheck cms;
    try {
      cms = CmsCheck.of(range.contents(), range.stream(bytes));
    } catch (GeneralSecurityException e) {
      return draft.broken(String.valueOf(e.getMessage()));
    }
    draft.signer(cms.signer());
    if (!cms.intact()) {
      return draft.broken("the signed bytes are not those of the file");
    }
    List<X509Certificate> known = new ArrayList<>(stored);
    known.addAll(cms.certificates());
    Stamped stamped = stamped(cms, known);
    Optional<Instant> proven = stamped.trusted().or(() -> existedBy);
    draft.time(proven);
    if (!cms.weak().isEmpty()) {
      draft.worse(SignatureOutcome.WEAK, cms.weak());
    }
    if (!Purpose.signsDocuments(cms.signer())) {
      draft.worse(SignatureOutcome.PURPOSE, "the certificate is not one for signing documents");
    }
    boolean vouched = trust(draft, cms.signer(), known, proven.orElse(clock.instant()));
    List<Change> after = changes(found, range, !vouched);
    draft.level(level(form, cms, stamped, existedBy, after));
    draft.changes(after);
    return draft.done();
  }

  private String level(
      String form, CmsCheck cms, Stamped stamped, Optional<Instant> existedBy, List<Change> after) {
    if (!form.equals(PADES) || !cms.pades()) {
      return "CMS";
    }
    if (!stamped.any()) {
      return "B-B";
    }
    // Data that were there before the signature are not about it, even where they happen to serve.
    boolean added = after.stream().anyMatch(c -> c.kind() == Change.Kind.VALIDATION_DATA);
    if (!added || !hasRevocationData || !isCovered(cms.signer())) {
      return "B-T";
    }
    return existedBy.isPresent() ? "B-LTA" : "B-LT";
  }

  /** Whether the document itself holds what is needed to know that the signer was not revoked. */
  private boolean isCovered(X509Certificate signer) {
    try (RevocationSources inside = new RevocationSources(List.of(), false)) {
      ValidationData.Content content = ValidationData.read(document);
      List<X509CRL> lists = new ArrayList<>();
      content.lists().forEach(der -> list(der).ifPresent(lists::add));
      inside.add(lists, content.responses());
      for (X509Certificate issuer : issuers()) {
        if (issuer.getSubjectX500Principal().equals(signer.getIssuerX500Principal())
            && !(inside.ask(signer, issuer, Instant.EPOCH) instanceof Revocation.Unknown)) {
          return true;
        }
      }
      return TrustFolder.isSelfSigned(signer);
    }
  }

  private List<X509Certificate> issuers() {
    List<X509Certificate> all = new ArrayList<>(stored);
    all.addAll(trust.anchors());
    all.addAll(trust.authorities());
    return all;
  }

  /**
   * @return whether an installed authority vouches, or once vouched, for the signer
   */
  private boolean trust(
      Draft draft, X509Certificate signer, List<X509Certificate> known, Instant when) {
    Optional<Chain> chain = Chain.build(signer, known, trust, when);
    if (chain.isEmpty()) {
      boolean once =
          Chain.build(signer, known, trust, signer.getNotBefore().toInstant()).isPresent()
              || Chain.build(signer, known, trust, signer.getNotAfter().toInstant()).isPresent();
      draft.worse(
          once ? SignatureOutcome.EXPIRED : SignatureOutcome.UNTRUSTED,
          once ? "not valid at " + when : "the issuer is not installed");
      return once;
    }
    Revocation.OfChain revocation = Revocation.of(chain.get(), sources, when);
    switch (revocation.state()) {
      case Revocation.Good _ -> draft.revocation("good");
      case Revocation.Revoked revoked -> {
        draft.revocation("revoked " + revoked.since());
        if (!revoked.since().isAfter(when)) {
          draft.worse(SignatureOutcome.REVOKED, "revoked " + revoked.since());
        }
      }
      case Revocation.Unknown unknown -> {
        draft.revocation("not known: " + unknown.why());
        // Unknown is unknown, whether the certificate names no place to ask or nobody answered.
        if (online && chain.get().below() > 0) {
          draft.worse(SignatureOutcome.UNCHECKED, unknown.why());
        }
      }
    }
    return true;
  }

  /**
   * What the signature's own timestamps say.
   *
   * @param any whether there is one whose own signature and imprint hold
   * @param trusted the earliest moment that an installed authority vouches for
   */
  private record Stamped(boolean any, Optional<Instant> trusted) {}

  private Stamped stamped(CmsCheck cms, List<X509Certificate> known) {
    boolean any = false;
    Optional<Instant> trusted = Optional.empty();
    for (byte[] der : cms.stamps()) {
      try {
        TimeStampToken token = Timestamp.read(der);
        Timestamp stamp = Timestamp.of(token);
        if (!Arrays.equals(digest(stamp, cms.value()), stamp.imprint())) {
          continue;
        }
        any = true;
        if (vouches(stamp, known) && (trusted.isEmpty() || stamp.time().isBefore(trusted.get()))) {
          trusted = Optional.of(stamp.time());
        }
      } catch (GeneralSecurityException e) {
        // It proves nothing: as if it were not there.
      }
    }
    return new Stamped(any, trusted);
  }

  private boolean vouches(Timestamp stamp, List<X509Certificate> known) {
    List<X509Certificate> all = new ArrayList<>(known);
    all.addAll(stamp.certificates());
    Optional<Chain> chain = Chain.build(stamp.authority(), all, trust, stamp.time());
    return !stamp.isWeak()
        && chain.isPresent()
        && !stamp.time().isAfter(clock.instant().plus(CrlAnswer.SKEW))
        && !(Revocation.of(chain.get(), sources, stamp.time()).state()
                instanceof Revocation.Revoked revoked
            && !revoked.since().isAfter(stamp.time()));
  }

  private SignatureVerdict timestamp(FoundSignature found) throws IOException {
    Draft draft = new Draft(found, Optional.empty());
    draft.level(DOCUMENT_TIMESTAMP);
    if (found.range().isEmpty()) {
      return draft.broken("the signed range is not that of a signature");
    }
    SignedRange range = found.range().get();
    draft.covers(range.end(), range.isWhole(bytes));
    try {
      Timestamp stamp = Timestamp.of(Timestamp.read(unpadded(range.contents())));
      draft.signer(stamp.authority());
      draft.time(Optional.of(stamp.time()));
      java.security.MessageDigest digest = java.security.MessageDigest.getInstance(stamp.digest());
      try (java.io.InputStream in = range.stream(bytes)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      if (!Arrays.equals(digest.digest(), stamp.imprint())) {
        return draft.broken("the stamped bytes are not those of the file");
      }
      draft.changes(changes(found, range, false));
      if (stamp.isWeak()) {
        draft.worse(SignatureOutcome.WEAK, stamp.digest());
      } else if (!vouches(stamp, stored)) {
        draft.worse(SignatureOutcome.UNTRUSTED, "the timestamp authority is not installed");
      }
      return draft.done();
    } catch (GeneralSecurityException e) {
      return draft.broken(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What came after a signature.
   *
   * @param stranger whether nobody known vouches for it. The marks of strangers below a known
   *     officer's signature are changes; among strangers, trial signatures for example, they take
   *     nothing from anybody, and the verdict stays that all of them are unknown
   */
  private List<Change> changes(FoundSignature found, SignedRange range, boolean stranger)
      throws IOException {
    if (range.isWhole(bytes)) {
      return List.of();
    }
    if (!isContinued(range.end())) {
      return List.of(new Change(Change.Kind.CONTENT, "bytes that are no increment"));
    }
    List<Change> changes;
    try (PDDocument before = pdf.revision(range.end())) {
      changes =
          RevisionDiff.between(
              before,
              document,
              NewSignatures.in(
                  document,
                  range.end(),
                  later -> shown.contains(later) || (stranger && strangers.contains(later))));
    } catch (IOException | RuntimeException e) {
      return List.of(new Change(Change.Kind.CONTENT, "the signed revision cannot be read"));
    }
    if (!DocumentCheck.forbidsMore(found.dictionary())) {
      return changes;
    }
    // DocMDP 1: even another signature is a change; validation data are not (ISO 32000-2 12.8.2.2).
    return changes.stream()
        .map(c -> c.kind() == Change.Kind.SIGNATURE ? new Change(Change.Kind.FORM, c.where()) : c)
        .toList();
  }

  /** Whether every program reads what came after a revision alike. */
  private boolean isContinued(long end) throws IOException {
    if (!FileEnd.continues(bytes, end, document.getDocument().getXrefTable())) {
      return false;
    }
    if (soundly == null) {
      try (PDDocument strictly = pdf.strict()) {
        soundly = strictly.getNumberOfPages() == document.getNumberOfPages();
      } catch (IOException | RuntimeException e) {
        soundly = false;
      }
    }
    return soundly;
  }

  private static byte[] digest(Timestamp stamp, byte[] value) throws GeneralSecurityException {
    return java.security.MessageDigest.getInstance(stamp.digest()).digest(value);
  }

  private static byte[] unpadded(byte[] contents) throws GeneralSecurityException {
    try (org.bouncycastle.asn1.ASN1InputStream in =
        new org.bouncycastle.asn1.ASN1InputStream(new ByteArrayInputStream(contents))) {
      return in.readObject().getEncoded();
    } catch (IOException | RuntimeException e) {
      throw new GeneralSecurityException("no timestamp", e);
    }
  }

  private static Optional<Instant> claimed(FoundSignature found) {
    Calendar date = found.dictionary().getSignDate();
    return date == null ? Optional.empty() : Optional.of(date.toInstant());
  }

  private static Optional<X509Certificate> certificate(byte[] der) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<X509CRL> list(byte[] der) {
    try {
      return Optional.of(
          (X509CRL)
              CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
