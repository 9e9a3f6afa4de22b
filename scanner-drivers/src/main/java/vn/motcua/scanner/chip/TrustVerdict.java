package vn.motcua.scanner.chip;

import java.util.List;

/**
 * How far a chip is proven, and why.
 *
 * @param trust the result
 * @param reasons stable codes, most important first, for example {@code NO_ANCHOR}
 */
public record TrustVerdict(Trust trust, List<String> reasons) {
  public TrustVerdict {
    reasons = List.copyOf(reasons);
  }
}
