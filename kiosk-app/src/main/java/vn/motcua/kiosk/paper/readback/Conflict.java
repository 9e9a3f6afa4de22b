package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * What cannot all be right: different values for one field, on one page or on several, or a number
 * that does not fit the birth date or sex beside it.
 *
 * @param why {@link Reason#OTHERS_READ}, {@link Reason#OTHER_PAGE_DIFFERS} or {@link
 *     Reason#CONTRADICTS_BIRTH}
 * @param proposals that contradict each other, the more trusted first
 */
public record Conflict(Reason why, List<Proposal> proposals) {
  public Conflict {
    proposals = List.copyOf(proposals);
  }
}
