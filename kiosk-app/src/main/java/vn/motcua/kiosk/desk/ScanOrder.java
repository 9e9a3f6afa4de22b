package vn.motcua.kiosk.desk;

/**
 * What is to be scanned now.
 *
 * @param job by which device and how
 * @param paper the paper that the pages belong to; empty if none in particular
 * @param most after how many pages the scan ends, at least 1
 * @param place where the pages go
 * @param who sends the scanner to work; empty if nobody is signed in
 */
public record ScanOrder(ScanJob job, String paper, int most, PagePlace place, String who) {
  public ScanOrder {
    if (most < 1) {
      throw new IllegalArgumentException("pages: " + most);
    }
  }

  /** Everything that lies there, for no paper in particular. */
  public static ScanOrder of(ScanJob job) {
    return new ScanOrder(job, "", Integer.MAX_VALUE, PagePlace.end(), "");
  }

  /** The same for one paper of a dossier. */
  public ScanOrder forPaper(String name) {
    return new ScanOrder(job, name, most, place, who);
  }

  /** The same, ending after {@code pages} pages. */
  public ScanOrder atMost(int pages) {
    return new ScanOrder(job, paper, pages, place, who);
  }

  /** The same for another place; what takes the place of one page is one page. */
  public ScanOrder at(PagePlace other) {
    int pages = other instanceof PagePlace.InsteadOf ? 1 : most;
    return new ScanOrder(job, paper, pages, other, who);
  }

  /** The same, done by {@code officer}. */
  public ScanOrder by(String officer) {
    return new ScanOrder(job, paper, most, place, officer);
  }
}
