package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * Counts wrong proofs by code over all visits: what opens other systems' dossiers is short, and
 * five tries a visit are many over a day. After {@link #MOST} a code stays shut for a day, known or
 * not. Holds the newest {@link #CODES} codes. Safe for use by several threads.
 */
final class WrongTries {
  static final int MOST = 10;
  private static final int CODES = 10_000;
  private static final long DAY = Duration.ofDays(1).toNanos();

  private record Count(int wrong, long first) {}

  private final LongSupplier nanos;
  private final Map<DossierCode, Count> counts = new LinkedHashMap<>();

  WrongTries(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether that code may still be tried. */
  synchronized boolean mayTry(DossierCode code) {
    Count count = counts.get(code);
    return count == null || nanos.getAsLong() - count.first() > DAY || count.wrong() < MOST;
  }

  synchronized void wrong(DossierCode code) {
    long now = nanos.getAsLong();
    Count before = counts.remove(code);
    if (before == null || now - before.first() > DAY) {
      before = new Count(0, now);
    }
    counts.put(code, new Count(before.wrong() + 1, before.first()));
    if (counts.size() > CODES) {
      counts.remove(counts.keySet().iterator().next());
    }
  }
}
