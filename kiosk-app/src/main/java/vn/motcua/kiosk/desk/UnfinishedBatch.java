package vn.motcua.kiosk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pile of pages that nobody holds and that became no dossier: the program ended, or its officer
 * left it for later.
 *
 * @param id names it
 * @param begun when the first page was asked for; empty if the journal is lost
 * @param job how it was scanned last; empty if the journal is lost
 * @param papers for which papers its pages were scanned, by name, each once, in the order of the
 *     pages; empty if for none in particular or the journal is lost
 * @param pages how many pages are safe and were not taken out
 * @param troubles pages that are damaged or missing
 */
public record UnfinishedBatch(
    String id,
    Optional<Instant> begun,
    Optional<ScanJob> job,
    List<String> papers,
    int pages,
    List<PageTrouble> troubles) {
  public UnfinishedBatch {
    papers = List.copyOf(papers);
    troubles = List.copyOf(troubles);
  }
}
