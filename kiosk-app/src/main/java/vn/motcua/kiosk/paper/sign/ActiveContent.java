package vn.motcua.kiosk.paper.sign;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Finds what acts on its own in a PDF, or rides along unseen: scripts, actions, forms that compute,
 * attachments. All objects are looked at, those too that nothing points to.
 */
final class ActiveContent {
  private static final Set<String> KEYS =
      Set.of(
          "JS", "JavaScript", "AA", "EmbeddedFiles", "EF", "XFA", "Collection", "RichMediaContent");

  /** Actions and annotations; going to a place in the same document and web links are not. */
  private static final Set<String> VALUES =
      Set.of(
          "JavaScript",
          "Launch",
          "ImportData",
          "SubmitForm",
          "Rendition",
          "Sound",
          "Movie",
          "GoToE",
          "RichMediaExecute",
          "FileAttachment",
          "RichMedia",
          "Screen",
          "3D",
          "GoTo3DView");

  private ActiveContent() {}

  /** What was found in a document, and whether every object could be read. */
  record Findings(Optional<String> active, boolean complete) {}

  static Findings in(COSDocument document) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>();
    boolean complete = document.getTrailer() != null;
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      COSBase object = document.getObjectFromPool(key).getObject();
      complete &= object != null;
      if (object != null) {
        open.add(object);
      }
    }
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof COSArray array) {
        array.forEach(each -> push(each, open));
      } else if (next instanceof COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
          COSBase value = dictionary.getItem(key);
          if (KEYS.contains(key.getName())) {
            return new Findings(Optional.of(key.getName()), complete);
          }
          boolean names = key.equals(COSName.S) || key.equals(COSName.SUBTYPE);
          if (names && value instanceof COSName name && VALUES.contains(name.getName())) {
            return new Findings(Optional.of(name.getName()), complete);
          }
          push(value, open);
        }
      }
    }
    return new Findings(Optional.empty(), complete);
  }

  private static void push(COSBase value, Deque<COSBase> open) {
    // Indirect objects come by themselves, from the table.
    if (value != null && !(value instanceof COSObject)) {
      open.push(value);
    }
  }
}
