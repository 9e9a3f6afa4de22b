package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.List;

/** Finds what an intake still lacks, so that the main button can say it beforehand. */
final class Review {
  private Review() {}

  static List<Missing> of(ReceiveModel intake) {
    List<Missing> missing = new ArrayList<>();
    for (PersonForm.Key key : intake.applicant().unfit()) {
      missing.add(
          Missing.of(
              switch (key) {
                case NUMBER -> Missing.Kind.APPLICANT_NUMBER;
                case BIRTH -> Missing.Kind.APPLICANT_BIRTH;
                default -> Missing.Kind.APPLICANT_NAME;
              }));
    }
    if (intake.ownerDiffers().get()) {
      for (PersonForm.Key key : intake.owner().unfit()) {
        missing.add(
            Missing.of(
                switch (key) {
                  case NUMBER -> Missing.Kind.OWNER_NUMBER;
                  case BIRTH -> Missing.Kind.OWNER_BIRTH;
                  default -> Missing.Kind.OWNER_NAME;
                }));
      }
    }
    if (intake.openDifference().isPresent()) {
      missing.add(Missing.of(Missing.Kind.CHOICE));
    }
    if (intake.procedure().get().isEmpty()) {
      missing.add(Missing.of(Missing.Kind.PROCEDURE));
    } else {
      papers(intake, missing);
      if (intake.fees().claim().isEmpty()) {
        missing.add(Missing.of(Missing.Kind.FEE_COUNT));
      }
    }
    if (intake.scan().strip().lacking().get()) {
      missing.add(Missing.of(Missing.Kind.PAGES_LOST));
    }
    if (intake.scan().sheets().looking().get()) {
      missing.add(Missing.of(Missing.Kind.SHEETS));
    }
    if (intake.scan().running().get().isPresent()) {
      missing.add(Missing.of(Missing.Kind.SCANNING));
    }
    return List.copyOf(missing);
  }

  private static void papers(ReceiveModel intake, List<Missing> missing) {
    List<PaperLine> papers = intake.papers();
    if (papers.stream().anyMatch(PaperLine::unreadable)) {
      missing.add(Missing.of(Missing.Kind.PAPER_COUNTS));
    }
    if (!papers.isEmpty() && papers.stream().noneMatch(PaperLine::handedIn)) {
      missing.add(Missing.of(Missing.Kind.PAPERS));
    }
    int uncounted = 0;
    int lacking = 0;
    int surplus = 0;
    for (PaperLine line : papers) {
      switch (line.state()) {
        case PaperLine.State.NotCounted none -> uncounted++;
        case PaperLine.State.Partly partly -> {
          lacking += Math.max(0, partly.counted() - partly.scanned());
          surplus += Math.max(0, partly.scanned() - partly.counted());
        }
        case PaperLine.State.Complete complete -> {}
        case PaperLine.State.ShownOnly shown -> {}
        case PaperLine.State.NotHandedIn absent -> {}
      }
    }
    if (uncounted > 0) {
      missing.add(new Missing(Missing.Kind.PAGE_COUNT, uncounted));
    }
    if (lacking > 0) {
      missing.add(new Missing(Missing.Kind.PAGES_SHORT, lacking));
    }
    if (surplus > 0) {
      missing.add(new Missing(Missing.Kind.PAGES_OVER, surplus));
    }
  }
}
