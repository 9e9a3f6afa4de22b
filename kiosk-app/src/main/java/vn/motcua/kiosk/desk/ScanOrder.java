package vn.motcua.kiosk.desk;

/**
 * What is to be scanned now.
 *
 * @param job by which device and how
 * @param paper the paper that the pages belong to; empty if none in particular
 * @param most after how many pages the scan ends, at least 1
 */
public record ScanOrder(ScanJob job, String paper, int most) {
  public ScanOrder {
    if (most < 1) {
      throw new IllegalArgumentException("pages: " + most);
    }
  }

  /** Everything that lies there, for no paper in particular. */
  public static ScanOrder of(ScanJob job) {
    return new ScanOrder(job, "", Integer.MAX_VALUE);
  }

  /** The same for one paper of a dossier. */
  public ScanOrder forPaper(String name) {
    return new ScanOrder(job, name, most);
  }

  /** The same, ending after {@code pages} pages. */
  public ScanOrder atMost(int pages) {
    return new ScanOrder(job, paper, pages);
  }
}
