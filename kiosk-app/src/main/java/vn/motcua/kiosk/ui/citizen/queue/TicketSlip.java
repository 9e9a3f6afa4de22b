package vn.motcua.kiosk.ui.citizen.queue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.SlipText.Kind;
import vn.motcua.kiosk.ui.kit.Texts;

/** The words of a number, for its slip and for the screen. */
final class TicketSlip {
  private TicketSlip() {}

  static SlipText of(QueueDesk.Taken taken, Centre centre, Texts texts) {
    LocalDateTime made = taken.ticket().made();
    List<SlipText.Line> lines = new ArrayList<>();
    lines.add(new SlipText.Line(Kind.CENTRE, centre.kind() + " " + centre.name()));
    lines.add(new SlipText.Line(Kind.TITLE, texts.get("queue.slip")));
    lines.add(new SlipText.Line(Kind.HUGE, taken.ticket().label()));
    lines.add(
        new SlipText.Line(Kind.ANSWER, texts.get("queue.service." + taken.ticket().service())));
    lines.add(new SlipText.Line(Kind.BODY, before(taken, texts)));
    lines.add(new SlipText.Line(Kind.BODY, texts.get("queue.listen")));
    lines.add(
        new SlipText.Line(
            Kind.SMALL,
            texts.dates().clock(made.toLocalTime())
                + texts.get("rail.dot")
                + texts.dates().full(made.toLocalDate())));
    return new SlipText(texts.get("queue.slip"), texts.language().get().getLanguage(), lines);
  }

  /** How many are before it, and about how long that takes. */
  static String before(QueueDesk.Taken taken, Texts texts) {
    String before = texts.count("queue.before", taken.before());
    return taken
        .about()
        .map(wait -> before + " " + texts.get("queue.about", wait.toMinutes()))
        .orElse(before);
  }
}
