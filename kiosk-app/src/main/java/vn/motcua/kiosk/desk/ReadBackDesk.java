package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.kiosk.paper.PageTexts;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.paper.readback.Proposal;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * Offers values from scanned papers beside fields that are still empty. It fills in nothing: the
 * officer takes each value over or leaves it, and what a chip or a person said is never touched,
 * because such a field is not empty. Slow: never on the screen's thread.
 */
public final class ReadBackDesk {
  /** What is less sure costs more time to check than to type. */
  public static final double LEAST = 0.3;

  private final PaperReader reader;

  public ReadBackDesk(PaperReader reader) {
    this.reader = reader;
  }

  /**
   * Reads {@code pages} and offers what fits {@code empty}.
   *
   * @param pages page files, in their order
   * @param empty the fields that may be offered something, as the data files name them
   * @return field → candidates of at least {@link #LEAST}, the most trusted first; {@link
   *     Proposal#page} counts over all files
   * @throws FaultException if a page cannot be read
   */
  public Map<String, List<Proposal>> offers(
      List<Path> pages, Set<String> empty, Cancellation cancellation) throws FaultException {
    List<PageText> texts = new ArrayList<>();
    try (PageTexts engine = new PageTexts()) {
      for (Path page : pages) {
        texts.addAll(engine.read(page, cancellation));
      }
    }
    return offers(texts, empty);
  }

  /** The same for pages whose words are known already, as after digitising. */
  public Map<String, List<Proposal>> offers(List<PageText> texts, Set<String> empty) {
    Map<String, List<Proposal>> offers = new LinkedHashMap<>();
    for (Proposal proposal : reader.read(texts).proposals()) {
      if (empty.contains(proposal.field()) && proposal.confidence() >= LEAST) {
        offers.computeIfAbsent(proposal.field(), field -> new ArrayList<>()).add(proposal);
      }
    }
    offers
        .values()
        .forEach(same ->
            same.sort(java.util.Comparator.comparingDouble(Proposal::confidence).reversed()));
    return offers;
  }
}
