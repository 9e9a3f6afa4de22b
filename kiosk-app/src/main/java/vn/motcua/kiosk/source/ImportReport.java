package vn.motcua.kiosk.source;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.source.SourceMemory.FileNote;

/**
 * What became of one file. It names no person: rows by their line, reasons by the field.
 *
 * @param note the outcome
 * @param newer how many rows were new or newer than what was known
 * @param bad the first rows that were refused, at most {@link #MOST}
 */
public record ImportReport(FileNote note, long newer, List<BadLine> bad) {
  /** More refused rows of one file are counted, not listed. */
  public static final int MOST = 200;

  /**
   * A refused row.
   *
   * @param line in the file, from 1
   * @param why {@code COLUMNS}, {@code QUOTE}… or the field that cannot be read
   */
  public record BadLine(long line, String why) {}

  public ImportReport {
    bad = List.copyOf(bad);
  }

  /** Collects refused rows. */
  static final class Bad {
    private final List<BadLine> first = new ArrayList<>();
    private long count;

    void add(long line, String why) {
      count++;
      if (first.size() < MOST) {
        first.add(new BadLine(line, why));
      }
    }

    List<BadLine> first() {
      return first;
    }

    long count() {
      return count;
    }
  }
}
