package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Progress;

/**
 * What a citizen who proved the right to it may see of a dossier.
 *
 * @param dossier the dossier; screens show no numbers and no other people from it
 * @param progress the answer to "is it done?"
 * @param history what happened, oldest first
 * @param viewings who has looked at it, newest first
 * @param asOf how fresh this is
 * @param source where it is from; empty if it is our own store
 * @param custody every hand-over, oldest first; empty for dossiers of other systems
 * @param fee what is to be paid, as far as it is known
 */
public record DossierView(
    Dossier dossier,
    Progress progress,
    List<DossierEvent> history,
    List<Viewing> viewings,
    LocalDateTime asOf,
    Optional<String> source,
    List<Custody> custody,
    FeeState fee) {
  public DossierView {
    custody = List.copyOf(custody);
    history = List.copyOf(history);
    viewings = List.copyOf(viewings);
  }

  /** One of which no hand-overs are known. */
  public DossierView(
      Dossier dossier,
      Progress progress,
      List<DossierEvent> history,
      List<Viewing> viewings,
      LocalDateTime asOf,
      Optional<String> source) {
    this(dossier, progress, history, viewings, asOf, source, List.of(), FeeState.UNKNOWN);
  }

  /** Who has the originals now, in plain words; empty if none were handed in. */
  public Optional<String> originals() {
    return HandOvers.whereabouts(custody);
  }

  /**
   * Somebody looked at the dossier.
   *
   * @param who officer's name, or empty for the citizen
   * @param at when
   * @param why in plain words
   */
  public record Viewing(String who, LocalDateTime at, String why) {}
}
