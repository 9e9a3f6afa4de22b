package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.kit.Icon;

/**
 * Slides made from what a procedure needs, so that each has an explanation although nobody has
 * drawn one: get the form, put the papers together, come, wait, fetch it.
 *
 * @param icon what is drawn large
 * @param key of its sentence
 * @param papers the papers that it names
 */
public record OwnSlides(Icon icon, String key, List<RequiredPaper> papers) {
  private static final int PAPERS_A_SLIDE = 3;

  public OwnSlides {
    papers = List.copyOf(papers);
  }

  /** In the order in which one does it. */
  public static List<OwnSlides> of(PapersDesk.Needs needs) {
    List<OwnSlides> all = new ArrayList<>();
    all.add(new OwnSlides(Icon.INFO, "slide.what", List.of()));
    List<RequiredPaper> papers = needs.procedure().papers();
    for (int i = 0; i < papers.size(); i += PAPERS_A_SLIDE) {
      all.add(
          new OwnSlides(
              Icon.PAPER,
              i == 0 ? "slide.papers" : "slide.papers.more",
              papers.subList(i, Math.min(papers.size(), i + PAPERS_A_SLIDE))));
    }
    if (!needs.procedure().details().forms().isEmpty()) {
      all.add(new OwnSlides(Icon.EDIT, "slide.form", List.of()));
    }
    all.add(new OwnSlides(Icon.ID_CARD, "slide.come", List.of()));
    fee(needs).ifPresent(all::add);
    all.add(new OwnSlides(Icon.CALENDAR, "slide.wait", List.of()));
    return List.copyOf(all);
  }

  private static Optional<OwnSlides> fee(PapersDesk.Needs needs) {
    return needs.fee().due() > 0
        ? Optional.of(new OwnSlides(Icon.MONEY, "slide.fee", List.of()))
        : Optional.empty();
  }
}
