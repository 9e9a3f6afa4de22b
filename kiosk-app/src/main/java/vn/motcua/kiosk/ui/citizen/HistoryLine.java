package vn.motcua.kiosk.ui.citizen;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;

/**
 * One thing that happened, in plain words (NĐ 224/2026 Đ15.1.g: which agency, who, when). What
 * officers noted is not told: it may name other people; nor is who fetched a result.
 *
 * @param what was done
 * @param when on which day, at what time
 * @param who did it and where it lies since; may be empty
 * @param tone good, waiting, an end…
 */
public record HistoryLine(String what, String when, String who, Tone tone) {
  /** Everything that happened to {@code view}, the newest first. */
  public static List<HistoryLine> of(DossierView view, Visitor visitor, Texts texts) {
    List<HistoryLine> lines = new ArrayList<>();
    for (DossierEvent event : view.history().reversed()) {
      lines.add(line(view.dossier(), event, visitor, texts));
    }
    return lines;
  }

  private static HistoryLine line(
      Dossier dossier, DossierEvent event, Visitor visitor, Texts texts) {
    String key =
        event.move() == Move.FORWARD ? "history.to." + event.stage() : "history." + event.move();
    LocalDateTime at = event.at();
    DateWords dates = texts.dates();
    String when =
        texts.get(
            "viewings.at",
            DateWords.sentence(dates.weekdayDay(at.toLocalDate())),
            dates.clock(at.toLocalTime()));
    return new HistoryLine(
        texts.get(key, visitor.salutation()), when, who(dossier, event, texts), tone(event.move()));
  }

  /** Officers and units; a name of the people of the dossier is none of them. */
  private static String who(Dossier dossier, DossierEvent event, Texts texts) {
    Set<String> people =
        Stream.of(dossier.applicant(), dossier.owner())
            .map(Party::name)
            .collect(Collectors.toSet());
    boolean fetched =
        switch (event.move()) {
          case HAND_OUT, POST_OUT, POST_BACK, WITHDRAW, REGISTER -> true;
          default -> false;
        };
    List<String> who = new ArrayList<>();
    if (!event.actor().isBlank() && event.move() != Move.REGISTER) {
      who.add(event.actor());
    }
    if (!event.holder().isBlank() && !fetched && !event.holder().contains(event.actor())) {
      who.add(event.holder());
    } else if (!event.holder().isBlank() && !fetched) {
      who.clear();
      who.add(event.holder());
    }
    return who.stream()
        .filter(each -> people.stream().noneMatch(name -> !name.isBlank() && each.contains(name)))
        .collect(Collectors.joining(texts.get("rail.dot")));
  }

  private static Tone tone(Move move) {
    return switch (move) {
      case RECEIVE, FINISH, HAND_OUT -> Tone.OK;
      case ASK_FOR_PAPERS, ASK_FOR_PAYMENT, EXTEND -> Tone.WAIT;
      case REFUSE, STOP, ISSUE_STOP, WITHDRAW, POST_BACK -> Tone.BAD;
      case REGISTER, FORWARD, RESUME, LINKED_PART, POST_OUT -> Tone.BRAND;
    };
  }
}
