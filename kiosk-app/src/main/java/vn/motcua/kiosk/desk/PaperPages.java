package vn.motcua.kiosk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.ReceivedPaper;

/**
 * The pages of one paper of a dossier.
 *
 * @param paper the paper, with the number of pages that were counted by hand
 * @param pages its pictures in order, those with a sticky note beside those without it
 */
record PaperPages(ReceivedPaper paper, List<PilePage> pages) {
  PaperPages {
    pages = List.copyOf(pages);
  }

  /**
   * How many pages of paper these are: a page that was scanned with and without its note is one.
   */
  private int sheets() {
    return (int) pages.stream().filter(page -> page.twin().isEmpty()).count();
  }

  /**
   * Lays the kept pages of a pile to the papers, in the papers' order; a paper without pages gets
   * none. Pages that belong to no paper in particular go to the first that has fewer than were
   * counted.
   *
   * @return empty if a paper would not have as many pages as were counted, or a page is of a paper
   *     that is not there: nobody may guess then
   */
  static Optional<List<PaperPages>> of(List<ReceivedPaper> papers, List<PilePage> pile) {
    List<List<PilePage>> shares = new ArrayList<>();
    papers.forEach(_ -> shares.add(new ArrayList<>()));
    List<PilePage> kept = pile.stream().filter(PilePage::isKept).toList();
    for (PilePage page : kept) {
      if (!page.paper().isBlank()) {
        int at = place(papers, shares, page);
        if (at < 0) {
          return Optional.empty();
        }
        shares.get(at).add(page);
      }
    }
    for (PilePage page : kept) {
      if (page.paper().isBlank()) {
        int at = place(papers, shares, page);
        if (at < 0) {
          return Optional.empty();
        }
        shares.get(at).add(page);
      }
    }
    List<PaperPages> all = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      // In the order of the pile, whether a page came by its name or to fill up.
      List<PilePage> share = shares.get(i);
      all.add(new PaperPages(papers.get(i), kept.stream().filter(share::contains).toList()));
    }
    boolean complete = all.stream().allMatch(one -> one.sheets() == one.paper().pages());
    return complete ? Optional.of(all) : Optional.empty();
  }

  /** The first fitting paper with room, else the last fitting one; -1 if none fits. */
  private static int place(List<ReceivedPaper> papers, List<List<PilePage>> shares, PilePage page) {
    int fitting = -1;
    for (int i = 0; i < papers.size(); i++) {
      ReceivedPaper paper = papers.get(i);
      if (page.paper().isBlank() || paper.name().equals(page.paper())) {
        fitting = i;
        if (new PaperPages(paper, shares.get(i)).sheets() < paper.pages()) {
          return i;
        }
      }
    }
    return fitting;
  }
}
