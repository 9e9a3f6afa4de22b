package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * The fields and widgets of signatures that were made after a revision. Only these may be added to
 * it: a mark that borrows an earlier signature is none of them.
 */
final class NewSignatures {
  private final Set<COSBase> parts = Collections.newSetFromMap(new IdentityHashMap<>());

  private NewSignatures() {}

  /**
   * @param end the revision's length in bytes
   */
  static NewSignatures in(PDDocument document, long end) throws IOException {
    NewSignatures found = new NewSignatures();
    for (PDSignatureField field : document.getSignatureFields()) {
      PDSignature signature = field.getSignature();
      if (signature == null) {
        continue;
      }
      int[] range = signature.getByteRange();
      if (range.length == 4 && (long) range[2] + range[3] > end) {
        found.parts.add(field.getCOSObject());
        for (PDAnnotationWidget widget : field.getWidgets()) {
          found.parts.add(widget.getCOSObject());
        }
      }
    }
    return found;
  }

  boolean has(COSDictionary part) {
    return parts.contains(part);
  }

  /** Whether an empty field for a signature was signed. */
  boolean fills(COSDictionary before, COSDictionary after) {
    return COSName.SIG.equals(after.getCOSName(COSName.FT))
        && before.getDictionaryObject(COSName.V) == null
        && has(after);
  }
}
