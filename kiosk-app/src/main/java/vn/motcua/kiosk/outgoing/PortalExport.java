package vn.motcua.kiosk.outgoing;

import java.util.OptionalLong;
import vn.motcua.scanner.FaultException;

/**
 * Where statuses are handed to a portal. This program has no live link to one, it writes files.
 * Whoever connects one implements this.
 */
public interface PortalExport {
  /**
   * The last link of that site's chain that was delivered; 0 if none.
   *
   * @throws FaultException with {@link OutgoingFault.Cursor} if it is another site's
   */
  long delivered(String site) throws FaultException;

  /**
   * The end of a batch that was begun and has to be delivered with the same end; if there is one.
   */
  OptionalLong begun(String site) throws FaultException;

  /**
   * Delivers a batch, once: when the call returns it is delivered and {@link #delivered} says so. A
   * batch that was cut off is delivered again with the same bounds and replaces itself.
   */
  void deliver(PortalBatch batch) throws FaultException;
}
