package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * How a PDF ends, and how it was continued. Programs that find no {@code startxref} near the end
 * search the file for objects on their own, each in its way, so one file shows different pages.
 * Only a file that ends as ISO 32000-1 §7.5.5 says, continued by whole increments (§7.5.6), is read
 * alike by all of them.
 */
final class FileEnd {
  /** Where programs look for {@code startxref}; more than one finds nothing further away. */
  private static final int WITHIN = 1024;

  private static final int MOST_INCREMENTS = 1000;
  private static final int LARGEST_SECTION = 8 << 20;

  /** White space of a few bytes may follow. */
  private static final Pattern END =
      Pattern.compile("startxref\\s{1,4}(\\d{1,12})\\s{1,4}%%EOF\\s{0,4}$");

  private static final Pattern OBJECT =
      Pattern.compile("^\\s{0,4}(\\d{1,10})\\s+(\\d{1,5})\\s+obj");
  private static final Pattern TABLE = Pattern.compile("^\\s{0,4}xref\\s");
  private static final Pattern PREVIOUS = Pattern.compile("/Prev\\s+(\\d{1,12})(?=[\\s/>])");

  private FileEnd() {}

  /**
   * Where the last cross-reference section is.
   *
   * @param end how many bytes of the file count
   * @return empty if they do not end with {@code startxref}, the place of a section, {@code %%EOF}
   */
  static OptionalLong section(RandomAccessRead file, long end) throws IOException {
    String tail = text(file, Math.max(0, end - WITHIN), end);
    Matcher found = END.matcher(tail);
    if (!found.find()) {
      return OptionalLong.empty();
    }
    long place = Long.parseLong(found.group(1));
    return place < end && isSection(text(file, place, Math.min(end, place + 64)))
        ? OptionalLong.of(place)
        : OptionalLong.empty();
  }

  /**
   * Whether all bytes behind a revision are whole increments, each of which names the one before
   * it, and every object of them lies where it is said to be.
   *
   * @param revision the length of the revision in bytes
   * @param places where the reader found the objects of the whole file
   */
  static boolean continues(RandomAccessRead file, long revision, Map<COSObjectKey, Long> places)
      throws IOException {
    OptionalLong signed = section(file, revision);
    long end = file.length();
    OptionalLong last = section(file, end);
    if (signed.isEmpty() || last.isEmpty()) {
      return false;
    }
    long place = last.getAsLong();
    for (int i = 0; place >= revision; i++) {
      OptionalLong previous = previous(file, place, end);
      if (i == MOST_INCREMENTS || previous.isEmpty() || previous.getAsLong() >= place) {
        return false;
      }
      end = place;
      place = previous.getAsLong();
      if (place >= revision) {
        end = endBefore(file, place, end);
      }
    }
    return place == signed.getAsLong()
        && last.getAsLong() >= revision
        && areThere(file, revision, places);
  }

  /** What a section that is the last before {@code end} gives as the one before it. */
  private static OptionalLong previous(RandomAccessRead file, long place, long end)
      throws IOException {
    if (end - place > LARGEST_SECTION) {
      return OptionalLong.empty();
    }
    String section = text(file, place, end);
    int close = section.lastIndexOf("startxref");
    if (!isSection(section)
        || !END.matcher(section).find()
        || section.indexOf("%%EOF") != section.lastIndexOf("%%EOF")
        || section.indexOf("startxref") != close) {
      return OptionalLong.empty();
    }
    String dictionary;
    String before = section.substring(0, close).stripTrailing();
    if (TABLE.matcher(section).find()) {
      int trailer = section.indexOf("trailer");
      if (trailer < 0 || trailer != section.lastIndexOf("trailer") || !before.endsWith(">>")) {
        return OptionalLong.empty();
      }
      dictionary = section.substring(trailer, close);
    } else {
      int stream = section.indexOf("stream");
      if (stream < 0
          || section.indexOf("endobj") != section.lastIndexOf("endobj")
          || !before.endsWith("endobj")) {
        return OptionalLong.empty();
      }
      dictionary = section.substring(0, stream);
    }
    // Objects that only some programs see (hybrid files) are nothing to put behind a signature.
    Matcher previous = PREVIOUS.matcher(dictionary);
    if (dictionary.contains("/XRefStm") || !previous.find()) {
      return OptionalLong.empty();
    }
    long found = Long.parseLong(previous.group(1));
    return previous.find() ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /** Where the increment ends whose section is at a place. */
  private static long endBefore(RandomAccessRead file, long place, long limit) throws IOException {
    String text = text(file, place, Math.min(limit, place + LARGEST_SECTION));
    int mark = text.indexOf("%%EOF");
    return mark < 0 ? place : place + mark + 5;
  }

  private static boolean areThere(
      RandomAccessRead file, long revision, Map<COSObjectKey, Long> places) throws IOException {
    for (Map.Entry<COSObjectKey, Long> each : places.entrySet()) {
      long place = each.getValue();
      if (place < revision) {
        continue;
      }
      Matcher found = OBJECT.matcher(text(file, place, Math.min(file.length(), place + 40)));
      if (!found.find()
          || Long.parseLong(found.group(1)) != each.getKey().getNumber()
          || Integer.parseInt(found.group(2)) != each.getKey().getGeneration()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSection(String text) {
    return TABLE.matcher(text).find() || OBJECT.matcher(text).find();
  }

  private static String text(RandomAccessRead file, long from, long to) throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, to - from)];
    if (from >= file.length()) {
      return "";
    }
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
