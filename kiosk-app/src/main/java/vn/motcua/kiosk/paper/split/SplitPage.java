package vn.motcua.kiosk.paper.split;

import java.util.List;

/**
 * A page as the division into documents sees it.
 *
 * @param number its place in the pile, from 1
 * @param codes what stands on it
 * @param blank whether nothing else does
 */
public record SplitPage(int number, List<PageCode> codes, boolean blank) {
  public SplitPage {
    if (number < 1) {
      throw new IllegalArgumentException("page " + number);
    }
    codes = List.copyOf(codes);
  }
}
