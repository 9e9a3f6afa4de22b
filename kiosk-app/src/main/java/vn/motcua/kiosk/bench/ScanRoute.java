package vn.motcua.kiosk.bench;

import java.io.IOException;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;

/** One way to a device that does not pace itself, and its own plain client beside us. */
interface ScanRoute extends AutoCloseable {
  /** The driver's name. */
  String name();

  /** What the other client is called. */
  String peer();

  /** Milliseconds that we may add to a page. */
  double goal();

  /** Scans pages with our driver; gives how many. */
  int ours(PageReceiver pages) throws FaultException;

  /** Fetches as many with the peer's client. */
  int theirs() throws IOException, InterruptedException, FaultException;

  @Override
  void close();
}
