package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * One of the five steps of a dossier, in words.
 *
 * @param stage which
 * @param place done, being done or still to come
 * @param name what the law calls it
 * @param plain the same in plain words, with who and since when as far as it is known
 */
public record RailStep(Stage stage, Place place, String name, String plain) {
  /** Where a step stands beside the dossier. */
  public enum Place {
    DONE,
    NOW,
    /** The dossier stopped here: refused, stopped, withdrawn. */
    ENDED,
    TO_COME
  }

  /** All five steps of {@code view}, said to {@code visitor}. */
  public static List<RailStep> of(DossierView view, Visitor visitor, Texts texts) {
    Dossier dossier = view.dossier();
    boolean all = dossier.status() == PortalStatus.RETURNED;
    boolean ended =
        switch (dossier.status()) {
          case REFUSED, WITHDRAWN, STOPPED -> true;
          default -> false;
        };
    List<RailStep> steps = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Place place;
      if (all || stage.isBefore(dossier.stage())) {
        place = Place.DONE;
      } else if (stage == dossier.stage()) {
        place = ended ? Place.ENDED : Place.NOW;
      } else {
        place = Place.TO_COME;
      }
      steps.add(
          new RailStep(
              stage,
              place,
              texts.get("stage." + stage),
              plain(view, stage, place, visitor, texts)));
    }
    return steps;
  }

  private static String plain(
      DossierView view, Stage stage, Place place, Visitor visitor, Texts texts) {
    Dossier dossier = view.dossier();
    DateWords dates = texts.dates();
    String you = DateWords.sentence(visitor.salutation());
    String words =
        stage == Stage.RETURN && place != Place.DONE
            ? returning(dossier, you, texts)
            : texts.get(words(view, stage, place, texts), you);
    return switch (place) {
      case DONE ->
          left(view, stage)
              .map(day -> words + texts.get("rail.dot") + dates.weekdayAndDay(day))
              .orElse(words);
      case NOW -> {
        String since = texts.get("rail.since", dates.day(dossier.since().toLocalDate()));
        yield dossier.holder().isBlank() || stage == Stage.RETURN
            ? words + texts.get("rail.dot") + since
            : words + texts.get("rail.dot") + dossier.holder() + ", " + since;
      }
      case ENDED ->
          texts.get("rail.ended." + dossier.status())
              + texts.get("rail.dot")
              + dates.weekdayAndDay(dossier.since().toLocalDate());
      case TO_COME -> words;
    };
  }

  /**
   * What is being done now has words of its own, unless nothing is being done: not received yet.
   */
  private static String words(DossierView view, Stage stage, Place place, Texts texts) {
    PortalStatus status = view.dossier().status();
    // Whose leaders they are is known of our own dossiers only.
    boolean elsewhere = stage == Stage.APPROVAL && view.source().isPresent();
    String key = "rail." + stage + (elsewhere ? ".elsewhere" : "");
    return switch (place) {
      case DONE -> key + ".done";
      case NOW ->
          status != PortalStatus.REGISTERED && !status.pausesClock() && texts.has(key + ".now")
              ? key + ".now"
              : key;
      case TO_COME, ENDED -> key;
    };
  }

  private static String returning(Dossier dossier, String you, Texts texts) {
    if (dossier.channel() == ReturnChannel.COUNTER && dossier.counter().isBlank()) {
      return texts.get("rail.RETURN.other", you);
    }
    return dossier.channel() == ReturnChannel.COUNTER
        ? texts.get("rail.RETURN", you, dossier.counter())
        : texts.get("rail.RETURN." + dossier.channel(), you);
  }

  /** The day on which the dossier left {@code stage}. */
  private static Optional<LocalDate> left(DossierView view, Stage stage) {
    if (stage == Stage.RECEPTION) {
      return Optional.of(view.dossier().received().toLocalDate());
    }
    if (stage == Stage.RETURN) {
      return Optional.of(view.dossier().since().toLocalDate());
    }
    return view.history().stream()
        .filter(event -> stage.isBefore(event.stage()))
        .map(DossierEvent::at)
        .findFirst()
        .map(at -> at.toLocalDate());
  }
}
