package vn.motcua.scanner.barcode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Knows which texts were seen a moment ago. A text counts as new again when it was not seen for two
 * seconds: a code that stays under the reader's light, which reads it again and again, is one scan,
 * and so is a hand that trembles. Remembers digests only, for codes hold names and numbers. Safe
 * for use by several threads.
 */
public final class RepeatFilter {
  /** So long a text must not have been seen to be a new scan. */
  public static final Duration PAUSE = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final Map<String, Long> seen = new HashMap<>();

  /**
   * @param nanos a clock that is never set, as {@link System#nanoTime}
   */
  public RepeatFilter(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether {@code text} was not seen within the pause; it has been now. */
  public synchronized boolean isNew(String text) {
    long now = nanos.getAsLong();
    seen.values().removeIf(last -> now - last >= PAUSE.toNanos());
    return seen.put(digest(text), now) == null;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
