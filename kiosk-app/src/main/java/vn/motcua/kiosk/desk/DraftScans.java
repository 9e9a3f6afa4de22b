package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanOutcome;

/**
 * Where a citizen scans papers into a draft, by the one way that a technician has set up for the
 * terminal. All methods block.
 */
public final class DraftScans {
  private final ScanDesk desk;
  private final String profile;

  /**
   * @param desk keeps its piles where they are swept at every start: what a terminal did not finish
   *     is nobody's
   * @param profile name of the way of scanning; empty = this terminal has no scanner
   */
  public DraftScans(ScanDesk desk, String profile) {
    this.desk = desk;
    this.profile = profile;
  }

  /** Whether this terminal has a scanner of its own. */
  public boolean isOffered() {
    return !profile.isBlank();
  }

  /** A new, empty pile. */
  public ScanBatch begin() throws FaultException {
    return desk.begin();
  }

  /**
   * Scans what lies there as pages of {@code paper}.
   *
   * @param arrived called with every page that is safe
   * @throws FaultException PROFILE-NONE if the profile is not there any more
   */
  public ScanOutcome scan(
      ScanBatch batch, String paper, Runnable arrived, Cancellation cancellation)
      throws FaultException {
    ScanProfile found = desk.profiles().profiles().find(profile).profile();
    ScanOrder order = ScanOrder.of(ScanJob.of(found)).forPaper(paper);
    return desk.scan(batch, order, _ -> arrived.run(), cancellation);
  }

  /** Throws a pile away, pages and all. */
  public void discard(ScanBatch batch) {
    desk.discard(batch);
  }
}
