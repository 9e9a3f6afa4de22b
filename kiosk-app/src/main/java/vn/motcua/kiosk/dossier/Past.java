package vn.motcua.kiosk.dossier;

import java.util.List;

/**
 * What of a dossier's history bears on what may still be done to it.
 *
 * @param papersAsked whether papers were asked for (form 02): once only
 * @param stopIssued whether form 05 was issued: an end
 * @param byPost whether the result is to go by post
 * @param posted whether the result is with the post
 */
public record Past(boolean papersAsked, boolean stopIssued, boolean byPost, boolean posted) {
  /** A dossier that has just begun and is returned at the counter. */
  public static final Past NONE = new Past(false, false, false, false);

  /** What the events say, oldest first. */
  public static Past of(ReturnChannel channel, List<DossierEvent> events) {
    Past past = new Past(false, false, channel == ReturnChannel.POST, false);
    for (DossierEvent event : events) {
      past = past.after(event.move());
    }
    return past;
  }

  /** What it is after one more move. */
  public Past after(Move move) {
    return switch (move) {
      case ASK_FOR_PAPERS -> new Past(true, stopIssued, byPost, posted);
      case ISSUE_STOP -> new Past(papersAsked, true, byPost, posted);
      case POST_OUT -> new Past(papersAsked, stopIssued, byPost, true);
      case POST_BACK, HAND_OUT -> new Past(papersAsked, stopIssued, byPost, false);
      default -> this;
    };
  }

  boolean fits(MoveRule.When when) {
    return switch (when) {
      case ALWAYS -> true;
      case PAPERS_NOT_ASKED -> !papersAsked;
      case STOP_NOT_ISSUED -> !stopIssued;
      case TO_BE_POSTED -> byPost && !posted;
      case POSTED -> posted;
    };
  }
}
