package vn.motcua.kiosk.store.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param head how far the chain is
 * @param links how many links there are of each kind
 * @param findings what is wrong, at most {@link #MOST}; empty if all is as it was written
 * @param found how much is wrong
 */
public record AuditReport(
    ChainHead head, Map<String, Long> links, List<Finding> findings, long found) {
  /** So many findings are told. */
  public static final int MOST = 100;

  public AuditReport {
    links = Map.copyOf(links);
    findings = List.copyOf(findings);
  }

  /**
   * One thing that is wrong.
   *
   * @param fault what
   * @param seq at which link; 0 if at none
   * @param kind of which kind
   * @param dossier the code of the dossier, if it can still be told
   * @param number which row
   */
  public record Finding(
      AuditFault fault, long seq, String kind, Optional<String> dossier, long number) {}

  /** Whether all is as it was written. */
  public boolean isWhole() {
    return found == 0;
  }
}
