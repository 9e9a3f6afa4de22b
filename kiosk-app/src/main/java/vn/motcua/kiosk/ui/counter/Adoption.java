package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.kiosk.desk.PageEdit;
import vn.motcua.kiosk.desk.PilePage;

/** To which papers of a dossier the pages of a pile from before go. */
final class Adoption {
  private Adoption() {}

  /**
   * Pages of a paper that this dossier has stay with it. The others go to paper after paper, as
   * many each as it still takes, what is over to the last.
   *
   * @param names the papers of this dossier that are scanned
   * @param takers those that take more, at least one
   * @param room how many pages each of these takes
   */
  static List<PageEdit> of(
      List<PilePage> pile, Set<String> names, List<PaperLine> takers, Map<String, Integer> room) {
    Map<String, Integer> left = new HashMap<>(room);
    List<PageEdit> edits = new ArrayList<>();
    for (PilePage page : pile) {
      boolean known = names.contains(page.paper());
      String paper =
          known
              ? page.paper()
              : takers.stream()
                  .map(line -> line.required().name())
                  .filter(name -> left.getOrDefault(name, 0) > 0)
                  .findFirst()
                  .orElse(takers.getLast().required().name());
      if (page.removal().isEmpty()) {
        left.merge(paper, -1, Integer::sum);
      }
      if (!known) {
        edits.add(new PageEdit.Assign(page.number(), paper));
      }
    }
    return edits;
  }
}
