package vn.motcua.kiosk.paper.readback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.paper.ocr.PageText;

/**
 * Reads pages back: which papers they are and which values a person might take over. It changes
 * nothing and keeps nothing; whatever stands on a page, it answers in bounded time (a page of noise
 * takes under a second) and without an exception. Several threads may use it.
 */
public final class PaperReader {
  /** No field has more candidates that a person would look at. */
  private static final int MOST_A_FIELD = 5;

  private final PageProposals pages;

  /**
   * @param kinds the papers that are known
   * @param clock tells which days and years there can have been
   */
  public PaperReader(PaperKinds kinds, Clock clock) {
    pages = new PageProposals(kinds, clock);
  }

  /** What can be proposed from {@code texts}, one a page, in their order. */
  public ReadBack read(List<PageText> texts) {
    List<RecognisedPaper> papers = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      PageProposals.Result result = pages.read(texts.get(i), i + 1);
      papers.add(result.paper());
      List<Proposal> own = new ArrayList<>(result.proposals());
      conflicts.addAll(CrossChecks.apply(own));
      proposals.addAll(ordered(own));
    }
    List<Proposal> weighed = AcrossPages.weigh(proposals, conflicts);
    return new ReadBack(papers, weighed, conflicts);
  }

  /** Fields as they stand on the page, in each the most trusted first. */
  private static List<Proposal> ordered(List<Proposal> proposals) {
    Map<String, List<Proposal>> fields = new LinkedHashMap<>();
    proposals.forEach(
        one -> fields.computeIfAbsent(one.field(), name -> new ArrayList<>()).add(one));
    List<Proposal> ordered = new ArrayList<>();
    for (List<Proposal> same : fields.values()) {
      same.sort(Comparator.comparingDouble(Proposal::confidence).reversed());
      ordered.addAll(same.subList(0, Math.min(MOST_A_FIELD, same.size())));
    }
    return ordered;
  }
}
