package vn.motcua.kiosk.outgoing;

import java.util.List;

/**
 * What happened at a site between two links of its chain, for a portal.
 *
 * @param site which installation: 16 hexadecimal digits
 * @param after the last link that is not in it
 * @param upTo the last link that is; batches follow each other without a gap
 * @param documents new dossiers, known dossiers, what happened; none that is empty
 */
public record PortalBatch(String site, long after, long upTo, List<PortalDocument> documents) {
  public PortalBatch {
    documents = List.copyOf(documents);
    if (upTo <= after || after < 0) {
      throw new IllegalArgumentException("from " + after + " to " + upTo);
    }
  }
}
