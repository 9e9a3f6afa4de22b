package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.desk.Draft;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.citizen.RoomPage;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.TypedText;
import vn.motcua.scanner.Fault;

/** The pages of this room: one question or one answer at a time. */
public sealed interface PapersPage extends RoomPage {
  /** What has happened? */
  record Events() implements PapersPage {}

  /** The procedures of one event. */
  record OfEvent(LifeEvent event, List<Procedure> found) implements PapersPage {
    public OfEvent {
      found = List.copyOf(found);
    }
  }

  /**
   * A procedure is looked for in one's own words.
   *
   * @param found what fits so far, best first
   */
  record Find(TypedText typed, Manner manner, List<Procedure> found) implements PapersPage {
    public Find {
      found = List.copyOf(found);
    }
  }

  /** What one procedure needs. */
  record Needed(PapersDesk.Needs needs) implements PapersPage {}

  /**
   * The same for the phone.
   *
   * @param text what the QR says
   * @param link whether that is a page on the net
   */
  record ForPhone(PapersDesk.Needs needs, String text, boolean link) implements PapersPage {}

  /**
   * Slides that explain it.
   *
   * @param own what the centre made; none: they are made from what the procedure needs
   * @param at which is shown, 0 is the first
   * @param playing whether they go on by themselves
   */
  record Slides(PapersDesk.Needs needs, List<Clips.Slide> own, int at, boolean playing)
      implements PapersPage {
    public Slides {
      own = List.copyOf(own);
    }
  }

  /** Whose affair is it? */
  record ForWhom(PapersDesk.Needs needs) implements PapersPage {}

  /** From the card, or typed? */
  record HowToFill(PapersDesk.Needs needs) implements PapersPage {}

  /**
   * One question of the draft.
   *
   * @param refused whether what was typed cannot be
   */
  record Ask(DraftQuestion question, TypedText typed, Manner manner, boolean refused)
      implements PapersPage {}

  /**
   * What is filled in so far.
   *
   * @param pages how many pages were scanned of each paper
   * @param canScan whether the terminal has a scanner
   */
  record Check(PapersDesk.Needs needs, Draft draft, Map<String, Integer> pages, boolean canScan)
      implements PapersPage {
    public Check {
      pages = Map.copyOf(pages);
    }
  }

  /**
   * Papers are scanned into the draft.
   *
   * @param pages how many pages were scanned of each paper
   * @param running the paper that is being scanned
   * @param fault what stopped the scanner
   */
  record Scan(
      PapersDesk.Needs needs,
      Map<String, Integer> pages,
      Optional<String> running,
      Optional<Fault> fault)
      implements PapersPage {
    public Scan {
      pages = Map.copyOf(pages);
    }
  }

  /** The draft is kept; its code is shown. Nothing else of it is here any more. */
  record Handed(DraftDesk.Kept kept) implements PapersPage {}
}
