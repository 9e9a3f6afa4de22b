package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * The fields and widgets of signatures that were made after a revision. Only these may be added to
 * it: a mark that borrows an earlier signature is none of them, nor is one that acts on its own, a
 * timestamp that shows something, or a stranger's signature that could lie over the page.
 */
final class NewSignatures {
  private static final int HIDDEN = 2; // annotation flag, ISO 32000-1 table 165

  private final Set<COSBase> parts = Collections.newSetFromMap(new IdentityHashMap<>());

  private NewSignatures() {}

  /**
   * @param end the revision's length in bytes
   * @param shown whether a signature is one that may show itself: good, and by somebody known
   */
  static NewSignatures in(PDDocument document, long end, Predicate<COSDictionary> shown)
      throws IOException {
    NewSignatures found = new NewSignatures();
    for (PDSignatureField field : document.getSignatureFields()) {
      PDSignature signature = field.getSignature();
      if (signature == null) {
        continue;
      }
      int[] range = signature.getByteRange();
      if (range.length == 4 && (long) range[2] + range[3] > end) {
        if (!acts(field.getCOSObject())) {
          found.parts.add(field.getCOSObject());
        }
        boolean may = shown.test(signature.getCOSObject());
        for (PDAnnotationWidget widget : field.getWidgets()) {
          if (acts(widget.getCOSObject())
              || (isVisible(widget) && !(may && isSmall(widget, document)))) {
            found.parts.remove(widget.getCOSObject()); // mostly field and widget are one
          } else if (!acts(field.getCOSObject())) {
            found.parts.add(widget.getCOSObject());
          }
        }
      }
    }
    return found;
  }

  private static boolean acts(COSDictionary part) {
    return part.containsKey(COSName.AA) || part.containsKey(COSName.A);
  }

  private static boolean isVisible(PDAnnotationWidget widget) {
    PDRectangle on = widget.getRectangle();
    return (on == null || (on.getWidth() != 0 && on.getHeight() != 0))
        && (widget.getAnnotationFlags() & HIDDEN) == 0
        && (widget.getCOSObject().containsKey(COSName.AP)
            || widget.getCOSObject().containsKey(COSName.MK));
  }

  /**
   * Of the size that signatures have, on every page that shows it, whichever it names as its own.
   */
  private static boolean isSmall(PDAnnotationWidget widget, PDDocument document) {
    PDRectangle on = widget.getRectangle();
    if (on == null) {
      return false;
    }
    double size = Math.abs((double) on.getWidth() * on.getHeight());
    for (PDPage page : document.getPages()) {
      PDRectangle crop = page.getCropBox();
      if (size > Place.LARGEST * crop.getWidth() * crop.getHeight() && shows(page, widget)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // this very dictionary, not one like it
  private static boolean shows(PDPage page, PDAnnotationWidget widget) {
    COSArray marks = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0; marks != null && i < marks.size(); i++) {
      if (marks.getObject(i) == widget.getCOSObject()) {
        return true;
      }
    }
    return false;
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
