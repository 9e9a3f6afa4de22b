package vn.motcua.kiosk.paper.split;

import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * One document of a pile.
 *
 * @param paper the code of the checklist's paper, as its separator sheet says; may be empty
 * @param title the paper's name, as its separator sheet says; may be empty
 * @param dossier whose it is, if a code on one of its own pages or on its own separator says so
 * @param pages numbers of its pages, at least one, rising
 */
public record SplitDocument(
    String paper, String title, Optional<DossierCode> dossier, List<Integer> pages) {
  public SplitDocument {
    pages = List.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a document without pages");
    }
  }
}
