package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of a PDF are each page's: its pictures and its content; what all share (faces,
 * metadata, structure) in equal parts. Together they are the file.
 */
final class PageBytes {
  private PageBytes() {}

  static long[] of(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      long[] bytes = new long[document.getNumberOfPages()];
      Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      long own = 0;
      for (int i = 0; i < bytes.length; i++) {
        COSDictionary page = document.getPage(i).getCOSObject();
        bytes[i] = streams(page.getDictionaryObject(COSName.CONTENTS), seen);
        if (document.getPage(i).getResources() != null) {
          COSDictionary resources = document.getPage(i).getResources().getCOSObject();
          bytes[i] += streams(resources.getDictionaryObject(COSName.XOBJECT), seen);
        }
        own += bytes[i];
      }
      long shared = (Files.size(pdf) - own) / Math.max(1, bytes.length);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] += shared;
      }
      return bytes;
    }
  }

  /** The encoded bytes of all streams below, each counted once; faces are left to the shared. */
  private static long streams(@Nullable COSBase base, Set<COSBase> seen) {
    return switch (base) {
      case null -> 0;
      case COSObject reference -> streams(reference.getObject(), seen);
      case COSArray array -> {
        long sum = 0;
        for (int i = 0; i < array.size(); i++) {
          sum += streams(array.get(i), seen);
        }
        yield sum;
      }
      case COSDictionary dictionary when seen.add(dictionary) -> {
        long sum = dictionary instanceof COSStream stream ? stream.getLength() : 0;
        for (COSName key : dictionary.keySet()) {
          if (!key.equals(COSName.PARENT) && !key.equals(COSName.FONT)) {
            sum += streams(dictionary.getItem(key), seen);
          }
        }
        yield sum;
      }
      default -> 0;
    };
  }
}
