package vn.motcua.kiosk.paper.readback;

import java.util.List;
import java.util.Optional;

/**
 * What was read from pages, for a person to confirm.
 *
 * @param papers one a page, in their order
 * @param proposals page by page, the most trusted of a field first; several a field are possible
 * @param conflicts what cannot all be right
 */
public record ReadBack(
    List<RecognisedPaper> papers, List<Proposal> proposals, List<Conflict> conflicts) {
  public ReadBack {
    papers = List.copyOf(papers);
    proposals = List.copyOf(proposals);
    conflicts = List.copyOf(conflicts);
  }

  /** The most trusted proposal for {@code field}, whichever page it is from. */
  public Optional<Proposal> best(String field) {
    return proposals.stream()
        .filter(proposal -> proposal.field().equals(field))
        .max(java.util.Comparator.comparingDouble(Proposal::confidence));
  }
}
