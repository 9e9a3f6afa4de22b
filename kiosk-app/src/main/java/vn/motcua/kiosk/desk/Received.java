package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.store.RemovedPage;

/**
 * A dossier that was received.
 *
 * @param dossier as it stands in the store
 * @param secret what is printed on the receipt
 * @param receipt form 01 as PDF, a plain copy that is there until {@link IntakeDesk#putAway}
 * @param archives the scanned pages as searchable PDF/A, one for each paper that has any
 * @param removed the scanned pages that are in none of them, and why
 */
public record Received(
    Dossier dossier,
    LookupSecret secret,
    Path receipt,
    List<PaperArchive> archives,
    List<RemovedPage> removed) {
  public Received {
    archives = List.copyOf(archives);
    removed = List.copyOf(removed);
  }
}
