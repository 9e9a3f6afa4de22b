package vn.motcua.kiosk.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/** Reads one table row by row and holds no more than one row. For one thread. */
public interface TableReader extends Closeable {
  /**
   * The next row, good or bad; empty at the end.
   *
   * @throws FaultException with {@link TableFault.Broken} if nothing behind this place can be read
   * @throws IOException if the file cannot be read
   */
  Optional<TableRow> next() throws IOException, FaultException;

  /**
   * Once the end was reached: whether the file ends as a whole one does, with a line end outside of
   * quotation marks (CSV) or with everything closed (JSON). A file of which the end still lacks is
   * told from a whole one by this alone where rows are cut between two lines.
   */
  boolean endsWhole();
}
