package vn.motcua.kiosk.desk;

import java.util.List;

/**
 * How one source does, for a technician. It names no person.
 *
 * @param id short name in the settings
 * @param kind {@code folder} or {@code http}
 * @param name what people call it
 * @param address folder or address
 * @param fault what is wrong with it; a code, empty if nothing is known to be
 * @param detail what the fault is about: a field of the mapping
 * @param files what became of its files, the newest first
 */
public record SourceStatus(
    String id,
    String kind,
    String name,
    String address,
    String fault,
    String detail,
    List<TakenFile> files) {
  public SourceStatus {
    files = List.copyOf(files);
  }

  /**
   * What became of one file.
   *
   * @param at when, ISO
   * @param rows good rows
   * @param newer of them new or newer than what was known
   * @param refused rows that were not taken
   * @param fault why nothing was taken; a code, empty if it was
   * @param bad the first refused rows
   */
  public record TakenFile(
      String name,
      String at,
      long rows,
      long newer,
      long refused,
      String fault,
      List<BadLine> bad) {
    public TakenFile {
      bad = List.copyOf(bad);
    }
  }

  /**
   * A refused row.
   *
   * @param line in the file, from 1
   * @param why the field or the trouble
   */
  public record BadLine(long line, String why) {}
}
