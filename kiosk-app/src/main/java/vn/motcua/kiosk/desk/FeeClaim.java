package vn.motcua.kiosk.desk;

import java.util.Set;
import vn.motcua.kiosk.dossier.Relief;

/**
 * What decides how much a dossier costs beside its procedure.
 *
 * @param grounds the reliefs that the person has shown, all of them; the highest is taken
 * @param count how many copies or pages, for fees that are paid for each; 1 to 10,000
 */
public record FeeClaim(Set<Relief.Ground> grounds, int count) {
  /** No relief, one copy. */
  public static final FeeClaim NONE = new FeeClaim(Set.of(), 1);

  /** More copies than anybody carries are a slip of the hand. */
  public static final int MOST = 10_000;

  public FeeClaim {
    grounds = Set.copyOf(grounds);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("copies or pages: " + count);
    }
  }
}
