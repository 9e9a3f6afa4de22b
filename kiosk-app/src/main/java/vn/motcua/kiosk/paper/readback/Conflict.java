package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * What cannot all be right: different values for one field, or a number that does not fit the birth
 * date or sex beside it.
 *
 * @param why {@link Reason#OTHERS_READ} or {@link Reason#CONTRADICTS_BIRTH}
 * @param proposals that contradict each other, the more trusted first
 */
public record Conflict(Reason why, List<Proposal> proposals) {
  public Conflict {
    proposals = List.copyOf(proposals);
  }
}
