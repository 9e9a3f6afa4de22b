package vn.motcua.kiosk.paper.readback;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a reading is believed. The factors were set on generated pages that went through
 * Tesseract, so that of proposals with 0.9 or more at least 98 in 100 are right.
 */
final class Weighing {
  /** Below this mean, labels are missed, and values are taken for those of others. */
  private static final double CLEAR = 0.75;

  private static final double UNCLEAR_PAGE = 0.85;

  /** A value that may belong to somebody else. */
  private static final double WHOSE = 0.4;

  private Weighing() {}

  /**
   * The proposal, believed no more than its page allows.
   *
   * @param clear the mean of what Tesseract thinks of the page's words, 0 to 1
   * @param again whether it is not sure whose value it is
   */
  static Proposal capped(Proposal proposal, double clear, boolean again) {
    double most = again ? WHOSE : clear < CLEAR ? UNCLEAR_PAGE : 1;
    if (proposal.confidence() <= most) {
      return proposal;
    }
    List<Reason> why = new ArrayList<>(proposal.why());
    why.add(again ? Reason.OWNER_DOUBTFUL : Reason.PAGE_UNCLEAR);
    return new Proposal(
        proposal.field(),
        proposal.label(),
        proposal.kind(),
        proposal.value(),
        most,
        why,
        proposal.page(),
        proposal.box());
  }

  static Proposal weigh(
      String name,
      LabelHit hit,
      Region region,
      Reading reading,
      Recogniser.Recognised paper,
      int page) {
    Set<Reason> why = EnumSet.noneOf(Reason.class);
    why.addAll(reading.why());
    why.add(region.below() ? Reason.BELOW_LABEL : Reason.RIGHT_OF_LABEL);
    double confidence = reading.quality() * (region.below() ? 0.98 : 1);
    if (region.lines() > 1 && reaches(region, reading)) {
      why.add(Reason.TWO_LINES);
      confidence *= 0.95;
    }
    double wrong = (double) hit.wrong() / hit.letters();
    if (wrong > 0.08) {
      why.add(Reason.LABEL_DOUBTFUL);
    }
    confidence *= 1 - 0.6 * wrong;
    boolean generic = paper.kind().id().equals(PaperKind.GENERIC);
    if (!generic && paper.confidence() < 0.75) {
      why.add(Reason.PAPER_DOUBTFUL);
      confidence *= 0.6 + 0.53 * paper.confidence();
    }
    confidence *= letters(hit.field().kind(), reading, why);
    return new Proposal(
        name,
        hit.field().labels().getFirst(),
        hit.field().kind(),
        reading.value(),
        Math.clamp(confidence, 0, 1),
        List.copyOf(why),
        page,
        reading.box());
  }

  /** What Tesseract's own confidence is worth: of the least sure word. */
  static double letters(ValueKind kind, Reading reading, Set<Reason> why) {
    double sure = reading.sure();
    if (sure < 0.8) {
      why.add(Reason.LETTERS_DOUBTFUL);
    }
    if (sure >= 0.9) {
      return 0.985;
    }
    if (sure >= 0.8) {
      return kind == ValueKind.NAME || kind == ValueKind.ADDRESS ? 0.9 : 0.95;
    }
    return sure >= 0.6 ? 0.8 : 0.5;
  }

  private static boolean reaches(Region region, Reading reading) {
    List<Token> tokens = reading.tokens();
    double first = tokens.getFirst().baseline();
    return region.lines() > 1
        && tokens.stream()
            .anyMatch(token -> Math.abs(token.baseline() - first) > token.height() * 0.6);
  }
}
