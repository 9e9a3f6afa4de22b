package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.ui.kit.Texts;

/** Where the originals are, as the newest hand-over says; in few words. */
public final class OriginalsWords {
  private OriginalsWords() {}

  /**
   * The words under "originals".
   *
   * @param you who is spoken to
   */
  public static String of(DossierView view, String you, Texts texts) {
    Dossier dossier = view.dossier();
    String key = "one.originals." + dossier.originals();
    Optional<Custody> last =
        view.custody().isEmpty()
            ? Optional.empty()
            : Optional.of(view.custody().getLast())
                .filter(custody -> custody.originals() == dossier.originals());
    // Whoever has them after the end is a person, and nobody's name belongs here.
    boolean told = !Moves.isEnd(dossier.status());
    return switch (dossier.originals()) {
      case NONE -> texts.get(key + ".how");
      case HELD ->
          last.filter(_ -> told)
              .map(custody ->
                  texts.get(
                      key + ".at",
                      custody.place(),
                      texts.dates().day(custody.at().toLocalDate()),
                      you))
              .orElseGet(() -> texts.get(key + ".how", you));
      case GIVEN_BACK ->
          last.map(custody ->
                  texts.get(
                      key + ".at", you, texts.dates().weekdayAndDay(firstBack(view).toLocalDate())))
              .orElseGet(() -> texts.get(key + ".how", you));
    };
  }

  private static LocalDateTime firstBack(DossierView view) {
    return view.custody().stream()
        .filter(custody -> custody.originals() == Originals.GIVEN_BACK)
        .findFirst()
        .orElseGet(() -> view.custody().getLast())
        .at();
  }
}
