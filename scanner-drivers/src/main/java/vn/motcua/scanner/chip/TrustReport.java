package vn.motcua.scanner.chip;

import java.nio.file.Path;
import java.util.List;

/**
 * What a {@link TrustStore} found in its folder, file by file: for the technician who installed
 * something and wants to see what became of it.
 *
 * @param lines one for each thing that was found; a file may hold several
 */
public record TrustReport(List<Line> lines) {
  /** What a thing is. */
  public enum What {
    /** A country signing certificate. */
    CERTIFICATE,
    MASTER_LIST,
    REVOCATION_LIST,
    /** Nothing that can be used. */
    UNUSABLE
  }

  /**
   * One thing.
   *
   * @param file where it stands
   * @param part which thing of the file, from 1
   * @param what what it is
   * @param taken how many certificates are trusted because of it, or how many a revocation list
   *     revokes
   * @param passedOver how many certificates in it are no country signing certificates
   * @param refused in English why it is not used, for people who know certificates; empty if it is
   */
  public record Line(Path file, int part, What what, int taken, int passedOver, String refused) {
    /** Whether it is used. */
    public boolean used() {
      return refused.isEmpty();
    }
  }

  public TrustReport {
    lines = List.copyOf(lines);
  }

  /** The lines about one file. */
  public List<Line> of(Path file) {
    return lines.stream().filter(line -> line.file().equals(file)).toList();
  }
}
