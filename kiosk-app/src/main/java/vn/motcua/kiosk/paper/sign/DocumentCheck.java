package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import vn.motcua.scanner.FaultException;

/** Whether a document may be signed: what is signed must be what people see, today and later. */
final class DocumentCheck {
  private static final COSName TRANSFORM = COSName.getPDFName("TransformMethod");
  private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
  private static final COSName PARAMETERS = COSName.getPDFName("TransformParams");
  private static final int MOST_SIGNATURES = 64;

  private DocumentCheck() {}

  /** The first look, before the file is claimed. */
  static void look(Path file) throws FaultException {
    switch (SourcePdf.kind(file)) {
      case MISSING -> throw fault(SignFault.DocumentTrouble.MISSING);
      case NOT_PDF -> throw fault(SignFault.DocumentTrouble.NOT_PDF);
      case TOO_LARGE -> throw fault(SignFault.DocumentTrouble.TOO_LARGE);
      case PDF -> {}
    }
  }

  /**
   * The whole check.
   *
   * @return how many signatures the document carries
   * @throws FaultException with a {@link SignFault.Document}
   */
  static int check(Path file) throws FaultException {
    SourcePdf pdf = SourcePdf.of(file);
    try (PDDocument document = pdf.strict()) {
      if (document.isEncrypted()) {
        throw fault(SignFault.DocumentTrouble.ENCRYPTED);
      }
      if (document.getNumberOfPages() < 1 || isEmpty(document.getPage(0).getCropBox())) {
        throw fault(SignFault.DocumentTrouble.DAMAGED);
      }
      ActiveContent.Findings found = ActiveContent.in(document.getDocument());
      if (found.active().isPresent()) {
        throw new FaultException(
            new SignFault.Document(SignFault.DocumentTrouble.ACTIVE), found.active().get());
      }
      if (!found.complete()) {
        throw fault(SignFault.DocumentTrouble.DAMAGED);
      }
      try (RandomAccessRead bytes = pdf.open()) {
        if (FileEnd.section(bytes, bytes.length()).isEmpty()) {
          throw fault(SignFault.DocumentTrouble.DAMAGED);
        }
      }
      return earlier(document, pdf);
    } catch (InvalidPasswordException e) {
      throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.ENCRYPTED), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Spoiled files lead the parser to more than it declares.
      throw new FaultException(
          new SignFault.Document(
              isEncrypted(pdf)
                  ? SignFault.DocumentTrouble.ENCRYPTED
                  : SignFault.DocumentTrouble.DAMAGED),
          e);
    }
  }

  private static boolean isEmpty(PDRectangle box) {
    return box.getWidth() <= 0 || box.getHeight() <= 0;
  }

  private static int earlier(PDDocument document, SourcePdf pdf)
      throws IOException, FaultException {
    int count = 0;
    try (RandomAccessRead bytes = pdf.open()) {
      for (PDSignature signature : document.getSignatureDictionaries()) {
        if (++count > MOST_SIGNATURES) {
          throw fault(SignFault.DocumentTrouble.TOO_LARGE);
        }
        if (forbidsMore(signature)) {
          throw fault(SignFault.DocumentTrouble.CLOSED);
        }
        Optional<SignedRange> range = SignedRange.of(signature, bytes);
        if (range.isEmpty() || !isIntact(signature, range.get(), bytes)) {
          throw fault(SignFault.DocumentTrouble.BROKEN);
        }
        if (!range.get().isWhole(bytes)
            && !FileEnd.continues(
                bytes, range.get().end(), document.getDocument().getXrefTable())) {
          throw fault(SignFault.DocumentTrouble.DAMAGED);
        }
      }
    }
    return count;
  }

  private static boolean isIntact(PDSignature signature, SignedRange range, RandomAccessRead bytes)
      throws IOException {
    if ("ETSI.RFC3161".equals(signature.getSubFilter())) {
      return true; // another's timestamp over the document; signing does not touch it
    }
    try {
      return CmsCheck.of(range.contents(), range.stream(bytes)).intact();
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** DocMDP with P 1: no changes at all (ISO 32000-1 table 254). */
  static boolean forbidsMore(PDSignature signature) {
    COSArray references = signature.getCOSObject().getCOSArray(COSName.getPDFName("Reference"));
    for (int i = 0; references != null && i < references.size(); i++) {
      if (references.getObject(i) instanceof COSDictionary reference
          && DOC_MDP.equals(reference.getCOSName(TRANSFORM))) {
        COSDictionary parameters = reference.getCOSDictionary(PARAMETERS);
        return parameters != null && parameters.getInt(COSName.P, 2) == 1;
      }
    }
    return false;
  }

  private static boolean isEncrypted(SourcePdf pdf) {
    try (PDDocument document = pdf.lenient()) {
      return document.isEncrypted();
    } catch (InvalidPasswordException e) {
      return true;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  private static FaultException fault(SignFault.DocumentTrouble trouble) {
    return new FaultException(new SignFault.Document(trouble));
  }
}
