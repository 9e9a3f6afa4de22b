package vn.motcua.kiosk.desk;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether two samples that were taken in pairs can be told apart. No assumption about how times are
 * distributed, nor about a machine that is busy now and idle then: if nothing distinguishes the two
 * of a pair but their names, swapping names in any pair gives as good a sample.
 */
final class Ranks {
  private static final int SWAPS = 1_000;

  /** Which pair each value is of, values in order; odd places belong to the second sample. */
  private final int[] order;

  private final long[] all;

  private Ranks(long[] one, long[] two) {
    all = new long[one.length + two.length];
    for (int i = 0; i < one.length; i++) {
      all[2 * i] = one[i];
      all[2 * i + 1] = two[i];
    }
    order =
        IntStream.range(0, all.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> all[i]))
            .mapToInt(i -> i)
            .toArray();
  }

  /**
   * How often names swapped at random look at least as different as the real ones: in distribution
   * (Kolmogorov and Smirnov) or in the number of pairs that lean to one side (the sign test),
   * whichever is rarer. 1/{@value #SWAPS} at least.
   */
  static double chance(long[] one, long[] two) {
    Ranks ranks = new Ranks(one, two);
    boolean[] swapped = new boolean[one.length];
    double distance = ranks.distance(swapped);
    double lean = ranks.lean(swapped);
    int further = 1;
    int leaning = 1;
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 1; i < SWAPS; i++) {
      for (int pair = 0; pair < swapped.length; pair++) {
        swapped[pair] = random.nextBoolean();
      }
      further += ranks.distance(swapped) >= distance ? 1 : 0;
      leaning += ranks.lean(swapped) >= lean ? 1 : 0;
    }
    return Math.min(further, leaning) / (double) SWAPS;
  }

  private double distance(boolean[] swapped) {
    int above = 0;
    int largest = 0;
    for (int i = 0; i < order.length; i++) {
      boolean second = (order[i] % 2 == 1) ^ swapped[order[i] / 2];
      above += second ? -1 : 1;
      boolean last = i + 1 == order.length || all[order[i + 1]] != all[order[i]];
      largest = last ? Math.max(largest, Math.abs(above)) : largest;
    }
    return largest / (order.length / 2.0);
  }

  private double lean(boolean[] swapped) {
    int longer = 0;
    for (int pair = 0; pair < swapped.length; pair++) {
      int sign = Long.compare(all[2 * pair], all[2 * pair + 1]);
      longer += swapped[pair] ? -sign : sign;
    }
    return Math.abs(longer);
  }
}
