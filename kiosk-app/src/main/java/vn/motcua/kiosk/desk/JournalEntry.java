package vn.motcua.kiosk.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** One line of a pile's journal: a check sum of eight hexadecimal digits, a blank, and JSON. */
sealed interface JournalEntry {
  /** The pile was begun. */
  record Begun(Instant at) implements JournalEntry {}

  /** A scanner was sent to work for it, for one paper or for none in particular. */
  record Sent(Instant at, ScanJob job, String paper, PagePlace place, String who)
      implements JournalEntry {}

  /**
   * A page is safe.
   *
   * @param at when it came; the beginning of 1970 in journals that did not say it
   */
  record Page(
      int number,
      String file,
      String sha256,
      int width,
      int height,
      int dpi,
      String paper,
      PagePlace place,
      Instant at,
      String who)
      implements JournalEntry {}

  /** Somebody decided something about a page. */
  record Edited(Instant at, String who, PageEdit edit) implements JournalEntry {}

  /** The line, with its end. */
  default byte[] line() {
    byte[] json = JournalCodec.json(this);
    byte[] sum = sum(json).getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[sum.length + 1 + json.length + 1];
    System.arraycopy(sum, 0, line, 0, sum.length);
    line[sum.length] = ' ';
    System.arraycopy(json, 0, line, sum.length + 1, json.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** Reads a line without its end; empty if it is torn or not ours. */
  static Optional<JournalEntry> read(byte[] line) {
    if (line.length < 11 || line[8] != ' ') {
      return Optional.empty();
    }
    byte[] json = Arrays.copyOfRange(line, 9, line.length);
    String sum = new String(line, 0, 8, StandardCharsets.US_ASCII);
    return sum.equals(sum(json)) ? JournalCodec.entry(json) : Optional.empty();
  }

  private static String sum(byte[] json) {
    CRC32 sum = new CRC32();
    sum.update(json);
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }
}
