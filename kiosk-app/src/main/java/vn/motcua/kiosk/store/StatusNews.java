package vn.motcua.kiosk.store;

import java.util.List;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;

/**
 * What the chain of a site tells between two links, for others: dossiers that changed and what
 * happened to them.
 *
 * @param upTo the last link that was looked at; the one before if there was none
 * @param begun dossiers that were not there before, in the order of the chain
 * @param changed dossiers that were, as they stand now
 * @param events what happened, in the order of the chain
 * @param erased dossiers of which nothing is told because their people were erased
 */
public record StatusNews(
    long upTo, List<Dossier> begun, List<Dossier> changed, List<Happened> events, int erased) {
  /**
   * One thing that happened.
   *
   * @param seq its link
   */
  public record Happened(long seq, DossierCode dossier, DossierEvent event) {}

  public StatusNews {
    begun = List.copyOf(begun);
    changed = List.copyOf(changed);
    events = List.copyOf(events);
  }
}
