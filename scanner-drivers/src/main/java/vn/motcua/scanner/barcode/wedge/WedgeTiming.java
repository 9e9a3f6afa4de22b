package vn.motcua.scanner.barcode.wedge;

import java.time.Duration;

/**
 * What tells a scan from a person's typing.
 *
 * @param characters so many fast ones in a row are no person: 2 or more
 * @param gap the longest pause between two of them; a person's are longer, and a person's typing is
 *     held back for so long at most
 * @param silence ends a scan that has no Enter or Tab behind it; not shorter than {@code gap}
 */
public record WedgeTiming(int characters, Duration gap, Duration silence) {
  /** Fits readers that type 30 characters a second or more. */
  public static final WedgeTiming DEFAULT =
      new WedgeTiming(6, Duration.ofMillis(35), Duration.ofMillis(50));

  public WedgeTiming {
    if (characters < 2 || gap.isNegative() || gap.isZero() || silence.compareTo(gap) < 0) {
      throw new IllegalArgumentException("timing");
    }
  }
}
