package vn.motcua.kiosk.bench.digitise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.kiosk.bench.made.MadeWord;

/**
 * A word where {@code pdftotext -bbox} found it, in points from the upper left corner of the page
 * as it is shown.
 */
record PlacedWord(String text, double left, double top, double right, double bottom) {
  /** Two millimetres. */
  static final double NEAR = 2 / 25.4 * 72;

  private static final Pattern PAGE_OR_WORD =
      Pattern.compile(
          "<page |<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\""
              + " yMax=\"([-\\d.]+)\">(.*?)</word>");

  /** The words of each page of what {@code pdftotext -bbox} prints. */
  static List<List<PlacedWord>> parse(String xhtml) {
    List<List<PlacedWord>> pages = new ArrayList<>();
    Matcher found = PAGE_OR_WORD.matcher(xhtml);
    while (found.find()) {
      if (found.group(1) == null) {
        pages.add(new ArrayList<>());
      } else {
        pages
            .getLast()
            .add(
                new PlacedWord(
                    Normalizer.normalize(plain(found.group(5)), Normalizer.Form.NFC),
                    Double.parseDouble(found.group(1)),
                    Double.parseDouble(found.group(2)),
                    Double.parseDouble(found.group(3)),
                    Double.parseDouble(found.group(4))));
      }
    }
    return pages;
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** How many of {@code words} stand among {@code placed}, letter by letter, where they belong. */
  static int found(List<MadeWord> words, List<PlacedWord> placed) {
    List<PlacedWord> left = new ArrayList<>(placed);
    int found = 0;
    for (MadeWord word : words) {
      for (int i = 0; i < left.size(); i++) {
        if (left.get(i).is(word)) {
          left.remove(i);
          found++;
          break;
        }
      }
    }
    return found;
  }

  /** The same letters, both ends and the middle of the height within {@link #NEAR}. */
  private boolean is(MadeWord word) {
    return text.equals(word.text())
        && Math.abs(left - word.left()) <= NEAR
        && Math.abs(right - word.right()) <= NEAR
        && Math.abs(top + bottom - word.top() - word.bottom()) <= 2 * NEAR;
  }
}
