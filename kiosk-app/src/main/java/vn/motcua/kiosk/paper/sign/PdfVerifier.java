package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Judges the signatures of any PDF. Strict: what cannot be shown to hold does not hold. Nothing in
 * the file is run, and no address in it is asked unless an installed authority put it there.
 */
public final class PdfVerifier {
  private static final int MOST_SIGNATURES = 64;

  private final TrustFolder trust;
  private final boolean online;
  private final Clock clock;

  /**
   * @param trust whose certificates count
   * @param online whether the authorities of trusted chains are asked about revocation; without,
   *     only what the document and the trust folder hold counts, and unknown is not held against it
   */
  public PdfVerifier(TrustFolder trust, boolean online, Clock clock) {
    this.trust = trust;
    this.online = online;
    this.clock = clock;
  }

  /** Judges a file; never throws for anything in it. */
  public PdfVerdict verify(Path file) {
    switch (SourcePdf.kind(file)) {
      case MISSING -> {
        return new PdfVerdict.NotJudged(SignatureOutcome.MISSING);
      }
      case NOT_PDF -> {
        return new PdfVerdict.NotJudged(SignatureOutcome.NOT_PDF);
      }
      case TOO_LARGE -> {
        return new PdfVerdict.NotJudged(SignatureOutcome.TOO_LARGE);
      }
      case PDF -> {}
    }
    SourcePdf pdf = SourcePdf.of(file);
    try (PDDocument document = pdf.lenient();
        RandomAccessRead bytes = pdf.open()) {
      if (document.isEncrypted()) {
        return new PdfVerdict.NotJudged(SignatureOutcome.ENCRYPTED);
      }
      return judge(pdf, document, bytes);
    } catch (InvalidPasswordException e) {
      return new PdfVerdict.NotJudged(SignatureOutcome.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Spoiled files lead the parser to more than it declares.
      return new PdfVerdict.NotJudged(SignatureOutcome.DAMAGED);
    }
  }

  private PdfVerdict judge(SourcePdf pdf, PDDocument document, RandomAccessRead bytes)
      throws IOException {
    if (document.getNumberOfPages() < 1) {
      return new PdfVerdict.NotJudged(SignatureOutcome.DAMAGED);
    }
    List<PDSignature> found = document.getSignatureDictionaries();
    if (found.isEmpty()) {
      return new PdfVerdict.NotJudged(SignatureOutcome.UNSIGNED);
    }
    if (found.size() > MOST_SIGNATURES) {
      return new PdfVerdict.NotJudged(SignatureOutcome.TOO_LARGE);
    }
    List<FoundSignature> signatures = new ArrayList<>();
    for (PDSignature each : found) {
      Optional<SignedRange> range = SignedRange.of(each, bytes);
      signatures.add(new FoundSignature(each, FoundSignature.field(document, each), range));
    }
    signatures.sort(Comparator.comparingLong(FoundSignature::end));
    try (RevocationSources sources = new RevocationSources(trust.lists(), online)) {
      SignatureJudge judge =
          new SignatureJudge(pdf, document, bytes, trust, sources, online, clock);
      List<SignatureVerdict> verdicts = judge.judge(signatures);
      SignatureOutcome worst = SignatureOutcome.VALID;
      boolean signed = false;
      for (SignatureVerdict verdict : verdicts) {
        worst = worst.or(verdict.outcome());
        signed |= !verdict.level().equals(SignatureJudge.DOCUMENT_TIMESTAMP);
      }
      return new PdfVerdict.Judged(signed ? worst : worst.or(SignatureOutcome.UNSIGNED), verdicts);
    }
  }
}
