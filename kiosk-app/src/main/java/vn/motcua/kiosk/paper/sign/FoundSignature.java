package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * A signature in a document.
 *
 * @param dictionary as it stands there
 * @param field the name of its field
 * @param range the bytes that it covers; empty if that is not in order
 */
record FoundSignature(PDSignature dictionary, String field, Optional<SignedRange> range) {
  long end() {
    return range.map(SignedRange::end).orElse(0L);
  }

  boolean isDocumentTimestamp() {
    return "ETSI.RFC3161".equals(dictionary.getSubFilter());
  }

  @SuppressWarnings("ReferenceEquality") // this very dictionary, not one like it
  static String field(PDDocument document, PDSignature signature) throws IOException {
    for (PDSignatureField field : document.getSignatureFields()) {
      PDSignature value = field.getSignature();
      if (value != null && value.getCOSObject() == signature.getCOSObject()) {
        return String.valueOf(field.getFullyQualifiedName());
      }
    }
    return "";
  }
}
