package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.cms.CMSSignedData;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.FaultException;

/**
 * Signs PDFs at the PAdES baseline levels B-B, B-T and B-LT (ETSI EN 319 142-1). A signature is an
 * increment behind the bytes that are there, so earlier ones stay as they are. The file is written
 * whole or not at all; whatever fault comes, the document is as it was.
 */
public final class PdfSigner {
  /** Beside certificates: attributes, names, the signature itself. */
  private static final int ROOM = 3000;

  private static final int ROOM_FOR_TIMESTAMP = 8000;
  private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

  /** What signatures are worth that an installed authority vouches, or vouched, for. */
  private static final Set<SignatureOutcome> KNOWN =
      Set.of(
          SignatureOutcome.VALID,
          SignatureOutcome.UNCHECKED,
          SignatureOutcome.EXPIRED,
          SignatureOutcome.REVOKED);

  private final TrustFolder trust;
  private final Optional<TimestampAuthority> timestamps;
  private final Clock clock;

  /**
   * @param trust whose certificates have legal value
   * @param timestamps needed for all above B-B
   */
  public PdfSigner(TrustFolder trust, Optional<TimestampAuthority> timestamps, Clock clock) {
    this.trust = trust;
    this.timestamps = timestamps;
    this.clock = clock;
  }

  /**
   * Checks who would sign; asks the network about revocation. To be shown before {@link #sign}.
   *
   * @throws FaultException with a {@link SignFault.Certificate}
   */
  public SignerCheck check(SigningKey key, SignerCheck.Exceptions exceptions)
      throws FaultException {
    try (RevocationSources sources = new RevocationSources(trust.lists(), true)) {
      return SignerCheck.of(key, trust, sources, exceptions, clock).shown();
    }
  }

  /**
   * Signs. Checks document and signer first, whether they were checked before or not.
   *
   * @throws FaultException with a {@link SignFault} or a {@code PdfFault}
   */
  public Signed sign(SignRequest request, SigningKey key) throws FaultException {
    return sign(request, key, _ -> {});
  }

  /**
   * Signs as {@link #sign(SignRequest, SigningKey)} does.
   *
   * @param before is told who signs, checked, before anything is signed
   */
  public Signed sign(SignRequest request, SigningKey key, Consumer<SignerCheck> before)
      throws FaultException {
    if (request.level().needsTimestamp() && timestamps.isEmpty()) {
      throw new IllegalArgumentException(request.level().code() + " needs a timestamp authority");
    }
    DocumentCheck.look(request.in());
    try (FileClaim _ = FileClaim.of(request.in(), request.out());
        RevocationSources sources = new RevocationSources(trust.lists(), true)) {
      int signatures = DocumentCheck.check(request.in());
      SignerCheck.Result signer = SignerCheck.of(key, trust, sources, request.exceptions(), clock);
      before.accept(signer.shown());
      if (signatures > 0 && signer.shown().trial()) {
        checkTrialMark(request);
      }
      SourcePdf pdf = SourcePdf.of(request.in());
      Instant moment = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      Increment made = increment(pdf, request, key, signer, moment);
      pdf.append(made.bytes());
      if (request.level() == Level.B_LT) {
        pdf.append(validationData(pdf, made, signer, sources, moment));
      }
      WholeFile.write(request.out(), pdf::writeTo);
      return new Signed(
          request.out(),
          signer.shown(),
          moment,
          made.stamp().map(Timestamp::time),
          request.level(),
          signatures + 1,
          made.overlaps(),
          pdf.appended());
    } catch (IOException e) {
      Path folder = request.out().toAbsolutePath().getParent();
      throw new FaultException(WholeFile.faultOf(e, folder == null ? request.out() : folder), e);
    }
  }

  /**
   * A mark of somebody unknown on a page that somebody known signed is a change to it: the trial
   * would spoil the earlier signature.
   */
  private void checkTrialMark(SignRequest request) throws FaultException {
    if (!(request.look() instanceof Look.Invisible)
        && new PdfVerifier(trust, false, clock).verify(request.in())
            instanceof PdfVerdict.Judged judged
        && judged.signatures().stream().anyMatch(each -> KNOWN.contains(each.outcome()))) {
      throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.TRIAL_MARK));
    }
  }

  /**
   * A signature as it goes behind the file.
   *
   * @param contents of the signature, with padding
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Increment(
      byte[] bytes, byte[] contents, Optional<Timestamp> stamp, boolean overlaps) {}

  private Increment increment(
      SourcePdf pdf, SignRequest request, SigningKey key, SignerCheck.Result signer, Instant moment)
      throws IOException, FaultException {
    int room = ROOM + (request.level().needsTimestamp() ? ROOM_FOR_TIMESTAMP : 0);
    for (X509Certificate each : signer.chain()) {
      room += size(each);
    }
    PageInk ink = request.look() instanceof Look.Invisible ? PageInk.EVERYWHERE : PageInk.of(pdf);
    while (true) {
      try (PDDocument document = pdf.strict()) {
        PDSignature signature = signature(request, signer.shown(), moment);
        Tail tail = new Tail(pdf.length());
        try (SignatureOptions options = new SignatureOptions()) {
          options.setPage(0);
          options.setPreferredSignatureSize(room);
          document.addSignature(signature, options);
          boolean overlaps = dress(document, signature, ink, request, signer.shown(), moment);
          ExternalSigningSupport outside = document.saveIncrementalForExternalSigning(tail);
          CMSSignedData cms = Cms.sign(outside.getContent(), key, signer.chain());
          Optional<Timestamp> stamp = stamp(cms, request.level(), signer.shown());
          if (stamp.isPresent()) {
            cms = Cms.withTimestamp(cms, stamp.get());
          }
          byte[] der = cms.getEncoded("DER");
          if (der.length > room) {
            // An unusually large timestamp: again, with the room that is needed.
            room = der.length + ROOM;
            continue;
          }
          outside.setSignature(der);
          byte[] contents = new byte[room];
          System.arraycopy(der, 0, contents, 0, der.length);
          return new Increment(tail.bytes(), contents, stamp, overlaps);
        }
      }
    }
  }

  private static PDSignature signature(SignRequest request, SignerCheck signer, Instant moment) {
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PADES);
    signature.setName(signer.name());
    String reason = request.reason().strip();
    if (signer.trial()) {
      reason = reason.isEmpty() ? Appearance.TRIAL : reason + " – " + Appearance.TRIAL;
    }
    if (!reason.isEmpty()) {
      signature.setReason(reason);
    }
    signature.setSignDate(GregorianCalendar.from(moment.atZone(Appearance.VIETNAM)));
    return signature;
  }

  @SuppressWarnings("ReferenceEquality") // this very dictionary, not one like it
  private static boolean dress(
      PDDocument document,
      PDSignature signature,
      PageInk ink,
      SignRequest request,
      SignerCheck signer,
      Instant moment)
      throws IOException, FaultException {
    for (PDSignatureField field : document.getSignatureFields()) {
      PDSignature value = field.getSignature();
      if (value != null && value.getCOSObject() == signature.getCOSObject()) {
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setLocked(true);
        return Appearance.dress(
            document,
            document.getPage(0),
            widget,
            ink,
            request.look(),
            signer.name(),
            moment,
            signer.trial());
      }
    }
    throw new IllegalStateException("the signature's field is not in the document");
  }

  private Optional<Timestamp> stamp(CMSSignedData cms, Level level, SignerCheck signer)
      throws FaultException {
    if (!level.needsTimestamp() || timestamps.isEmpty()) {
      return Optional.empty();
    }
    Timestamp stamp = timestamps.get().stamp(Cms.sha256(Cms.signer(cms).getSignature()));
    boolean trusted =
        Chain.build(stamp.authority(), stamp.certificates(), trust, stamp.time()).isPresent();
    // A trial proves nothing anyway; a real signature does not rest on an unknown clock.
    if (!trusted && !signer.trial()) {
      throw new FaultException(
          new SignFault.Timestamp(SignFault.TimestampTrouble.CERTIFICATE),
          "the authority is not installed");
    }
    return Optional.of(stamp);
  }

  private byte[] validationData(
      SourcePdf pdf,
      Increment made,
      SignerCheck.Result signer,
      RevocationSources sources,
      Instant moment)
      throws IOException, FaultException {
    Set<X509Certificate> certificates = new LinkedHashSet<>(signer.chain());
    List<RevocationEvidence> evidence = new ArrayList<>(signer.evidence());
    Timestamp stamp = made.stamp().orElseThrow();
    Optional<Chain> authority = Chain.build(stamp.authority(), stamp.certificates(), trust, moment);
    if (!signer.shown().checked() || authority.isEmpty()) {
      throw incomplete("the signer's or the timestamp authority's chain");
    }
    Revocation.OfChain asked = Revocation.of(authority.get(), sources, moment);
    if (!(asked.state() instanceof Revocation.Good) && authority.get().below() > 0) {
      throw incomplete("the timestamp authority: " + asked.state());
    }
    certificates.addAll(authority.get().certificates());
    asked.evidence().stream().filter(each -> !evidence.contains(each)).forEach(evidence::add);
    try (PDDocument document = pdf.strict()) {
      ValidationData.add(document, made.contents(), certificates, evidence);
      Tail tail = new Tail(pdf.length());
      document.saveIncremental(tail);
      return tail.bytes();
    }
  }

  private static FaultException incomplete(String what) {
    return new FaultException(
        new SignFault.Timestamp(SignFault.TimestampTrouble.NO_REVOCATION), what);
  }

  private static int size(X509Certificate certificate) throws IOException {
    try {
      return certificate.getEncoded().length;
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IOException("a certificate cannot be written", e);
    }
  }
}
