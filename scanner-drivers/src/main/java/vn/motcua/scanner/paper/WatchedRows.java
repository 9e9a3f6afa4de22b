package vn.motcua.scanner.paper;

import java.io.IOException;
import vn.motcua.scanner.FaultException;

/** Rows that tell a receiver, in steps of five percent, how much of a page has come. */
public final class WatchedRows implements Rows {
  private static final int STEP = 5;

  private final Rows rows;
  private final int number;
  private final PageReceiver receiver;
  private int done;
  private int told;

  /**
   * @param rows whose height is known
   * @param number 1 for the first page of the job
   * @param receiver who hears of it
   */
  public WatchedRows(Rows rows, int number, PageReceiver receiver) {
    this.rows = rows;
    this.number = number;
    this.receiver = receiver;
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public int height() {
    return rows.height();
  }

  @Override
  public int channels() {
    return rows.channels();
  }

  @Override
  public boolean bits() {
    return rows.bits();
  }

  @Override
  public void next(byte[] row) throws IOException, FaultException {
    rows.next(row);
    done++;
    int percent = (int) (100L * done / rows.height());
    if (percent >= told + STEP) {
      told = percent - percent % STEP;
      receiver.event(new ScanEvent.PageComing(number, told));
    }
  }
}
