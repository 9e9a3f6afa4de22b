package vn.motcua.kiosk.store;

import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.LookupSecret;

/**
 * Everything that is written when a dossier begins, in one transaction.
 *
 * @param dossier as it stands afterwards
 * @param event its first event
 * @param secret what opens it; only its keyed hash is kept
 * @param files what was made of it
 * @param batch the scanned pile it was made from; each is received once only
 * @param removed pages of the pile that were taken out; their pictures are among {@code files}
 */
public record NewDossier(
    Dossier dossier,
    DossierEvent event,
    LookupSecret secret,
    List<KeptFile> files,
    Optional<String> batch,
    List<RemovedPage> removed) {
  public NewDossier {
    files = List.copyOf(files);
    removed = List.copyOf(removed);
  }

  /** One of which no page was taken out. */
  public NewDossier(
      Dossier dossier,
      DossierEvent event,
      LookupSecret secret,
      List<KeptFile> files,
      Optional<String> batch) {
    this(dossier, event, secret, files, batch, List.of());
  }
}
