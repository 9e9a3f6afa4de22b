package vn.motcua.kiosk.ui.citizen;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.SlipText.Kind;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.FaultException;

/**
 * The slip of a dossier: its code, the answer, how fresh that is. Nobody's name, no number of a
 * card and not the receipt's secret; what officers wrote as a reason neither, for it may name
 * somebody.
 */
public final class AnswerSlips implements SlipPrinter {
  private final SlipDesk desk;
  private final Centre centre;
  private final Clock clock;
  private final Supplier<Texts> texts;

  /**
   * @param texts fresh ones, because slips are made away from the screen
   */
  public AnswerSlips(SlipDesk desk, Centre centre, Clock clock, Supplier<Texts> texts) {
    this.desk = desk;
    this.centre = centre;
    this.clock = clock;
    this.texts = texts;
  }

  @Override
  public void print(DossierView view, Locale language) throws FaultException {
    desk.print(slip(view, language));
  }

  /** What the slip of that dossier says. */
  public SlipText slip(DossierView view, Locale language) {
    Texts say = texts.get();
    say.language().set(language);
    Answer answer = Answer.of(view, Visitor.UNKNOWN, centre, LocalDate.now(clock), say);
    String name =
        say.dates().vietnamese()
            ? view.dossier().procedure().shortName()
            : view.dossier().procedure().nameEn();
    List<SlipText.Line> lines = new ArrayList<>();
    lines.add(new SlipText.Line(Kind.CENTRE, centre.kind() + " " + centre.name()));
    lines.add(new SlipText.Line(Kind.TITLE, say.get("slip.title")));
    lines.add(new SlipText.Line(Kind.BAR_CODE, view.dossier().code().value()));
    lines.add(new SlipText.Line(Kind.BODY, name));
    lines.add(new SlipText.Line(Kind.ANSWER, String.join(" ", answer.headline())));
    if (view.progress() instanceof Progress.InTime) {
      lines.add(new SlipText.Line(Kind.BODY, String.join(" ", answer.reasons())));
    }
    answer.points().forEach(paper -> lines.add(new SlipText.Line(Kind.BODY, "– " + paper)));
    lines.add(
        new SlipText.Line(
            Kind.SMALL,
            say.get(
                "slip.asof",
                say.dates().clock(view.asOf().toLocalTime()),
                say.dates().full(view.asOf().toLocalDate()))));
    if (!centre.hotline().isBlank()) {
      lines.add(new SlipText.Line(Kind.SMALL, say.get("slip.hotline", centre.hotline())));
    }
    return new SlipText(say.get("slip.title"), language.getLanguage(), lines);
  }
}
