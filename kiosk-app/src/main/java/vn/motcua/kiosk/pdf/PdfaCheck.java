package vn.motcua.kiosk.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF, the reference validator, whether a file is the PDF/A that it claims to be. */
public final class PdfaCheck {
  private PdfaCheck() {}

  /**
   * Validates {@code file} against the flavour in its own metadata. A file that is no readable PDF,
   * or claims nothing, does not conform.
   *
   * @throws IOException if the file cannot be read at all
   */
  public static PdfaVerdict check(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("cannot read the file to be checked");
    }
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile())) {
      List<PDFAFlavour> claimed = parser.getFlavours();
      if (claimed.isEmpty() || claimed.getFirst() == PDFAFlavour.NO_FLAVOUR) {
        return new PdfaVerdict(false, "", List.of());
      }
      PDFAFlavour flavour = claimed.getFirst();
      try (PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        List<String> broken =
            result.getFailedChecks().entrySet().stream()
                .map(e ->
                    e.getKey().getClause() + "-" + e.getKey().getTestNumber() + " ×" + e.getValue())
                .sorted()
                .toList();
        return new PdfaVerdict(result.isCompliant(), flavour.getId(), broken);
      }
    } catch (ModelParsingException
        | EncryptedPdfException
        | ValidationException
        | RuntimeException e) {
      // The validator answers spoiled files with whatever they lead it to.
      return new PdfaVerdict(false, "", List.of(e.getClass().getSimpleName()));
    }
  }
}
