package vn.motcua.scanner.paper.file;

import java.io.Closeable;
import java.io.IOException;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScannedPage;

/** An open file of pages, whole to its last byte. For one thread. */
public interface PageFile extends Closeable {
  /** How many pages it has: 1 to {@link FilePages#MAX_PAGES}. */
  int pages();

  /**
   * Reads one page; nothing of it stays in memory here afterwards.
   *
   * @param index from 0
   * @param number the page's number in its job, from 1
   * @param dpi dots per inch of a picture that does not say, or says what cannot be
   * @throws FaultException with a {@link FileFault}
   * @throws IOException if the file itself cannot be read any more
   * @throws java.util.concurrent.CancellationException if it was cancelled meanwhile
   */
  ScannedPage page(int index, int number, int dpi, Cancellation cancellation)
      throws FaultException, IOException;

  @Override
  void close() throws IOException;
}
