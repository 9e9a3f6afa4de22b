package vn.motcua.kiosk.paper.split;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SeparatorCode;

/**
 * What the codes of one page say together.
 *
 * @param separates whether it is a separator sheet
 * @param papers codes of the papers that it names
 * @param title the first title that it names; may be empty
 * @param dossiers the dossiers that it names
 */
record PageMarks(boolean separates, Set<String> papers, String title, Set<DossierCode> dossiers) {
  static PageMarks of(List<PageCode> codes) {
    boolean separates = false;
    Set<String> papers = new LinkedHashSet<>();
    Set<DossierCode> dossiers = new LinkedHashSet<>();
    String title = "";
    for (PageCode code : codes) {
      switch (code) {
        case PageCode.Separator(SeparatorCode separator) -> {
          separates = true;
          if (!separator.paper().isEmpty()) {
            papers.add(separator.paper());
          }
          title = title.isEmpty() ? separator.title() : title;
        }
        case PageCode.Bars(Patch patch) -> separates |= patch == Patch.T;
        case PageCode.Dossier(DossierCode dossier) -> dossiers.add(dossier);
        case PageCode.Other other -> {
          // says nothing about the pile
        }
      }
    }
    return new PageMarks(separates, papers, papers.size() > 1 ? "" : title, dossiers);
  }

  /** The paper, unless the page contradicts itself. */
  String paper() {
    return papers.size() == 1 ? papers.iterator().next() : "";
  }

  /** The dossier, unless the page contradicts itself. */
  Optional<DossierCode> dossier() {
    return dossiers.size() == 1 ? Optional.of(dossiers.iterator().next()) : Optional.empty();
  }
}
