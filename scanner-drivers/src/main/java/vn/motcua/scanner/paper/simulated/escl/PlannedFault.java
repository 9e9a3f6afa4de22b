package vn.motcua.scanner.paper.simulated.escl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault, where it strikes and how often.
 *
 * @param fault what goes wrong
 * @param page at which page of each job, from 1; 0 before the first; {@link #ANY} at all
 * @param times how often before it withdraws itself; {@link #ENDLESS} or 1 to 1,000,000
 */
public record PlannedFault(EsclFault fault, int page, int times) {
  /** At every page. */
  public static final int ANY = -1;

  /** Until it is withdrawn. */
  public static final int ENDLESS = 0;

  private static final int MOST = 1_000_000;
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]+)(?:=([0-9]{1,7}))?(?:@([0-9]{1,7}))?");

  public PlannedFault {
    if (page < ANY || page > MOST) {
      throw new IllegalArgumentException("page: " + page);
    }
    if (times < ENDLESS || times > MOST) {
      throw new IllegalArgumentException("times: " + times);
    }
  }

  /** At its usual page, until it is withdrawn. */
  public static PlannedFault of(EsclFault fault) {
    return new PlannedFault(fault, fault.usualPage(), ENDLESS);
  }

  /** The same at another page. */
  public PlannedFault at(int otherPage) {
    return new PlannedFault(fault, otherPage, times);
  }

  /** The same so often and no more. */
  public PlannedFault times(int often) {
    return new PlannedFault(fault, page, often);
  }

  /**
   * Reads {@code NAME[=TIMES][@PAGE]}, for example {@code jam@3} or {@code storm-503=5@2}.
   *
   * @throws IllegalArgumentException if it is not of this form or no fault has this name
   */
  public static PlannedFault parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not NAME[=TIMES][@PAGE]: " + text);
    }
    EsclFault fault =
        EsclFault.named(parts.group(1))
            .orElseThrow(() -> new IllegalArgumentException("no fault named " + parts.group(1)));
    int times = parts.group(2) == null ? ENDLESS : Integer.parseInt(parts.group(2));
    int page = parts.group(3) == null ? fault.usualPage() : Integer.parseInt(parts.group(3));
    return new PlannedFault(fault, page, times);
  }

  boolean hits(EsclFault what, int where) {
    return fault == what && (page == ANY || page == where);
  }

  @Override
  public String toString() {
    return fault.label() + (times == ENDLESS ? "" : "=" + times) + (page == ANY ? "" : "@" + page);
  }
}
