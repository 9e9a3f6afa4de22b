package vn.motcua.kiosk.store;

import java.util.List;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;

/**
 * All that a package tells of a dossier, as it stood at one moment.
 *
 * @param site which installation: 16 hexadecimal digits
 * @param dossier as it stood
 * @param events what had happened to it, oldest first
 * @param files its files that are kept
 * @param after the last link of the chain that the package before told of; 0 for the first
 * @param upTo the last link that is in it
 */
public record PackageContent(
    String site,
    Dossier dossier,
    List<DossierEvent> events,
    List<KeptFile> files,
    long after,
    long upTo) {
  public PackageContent {
    events = List.copyOf(events);
    files = List.copyOf(files);
  }
}
