package vn.motcua.scanner.barcode.wedge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * Tells a reader that types from a person who types, by timing alone. The application passes every
 * key event through it before anybody else sees it, does what the {@link WedgeDecision} says, and
 * calls {@link #flush} every 20 ms or so while {@link #waiting}.
 *
 * <p>The first characters of a burst cannot be told from a person's, so they are held back: if the
 * next does not come within the gap they are replayed, untouched and in order; if enough come fast,
 * all are consumed, key presses included (a pressed space bar alone would already fire a focused
 * button), and so is the Enter or Tab behind them. A key that a person keeps down repeats as fast
 * as a reader types; it is known by the missing release.
 *
 * <p>Limits: a reader that types slower than the gap, or a code shorter than the number of
 * characters, is a person to the decoder; an input method between keyboard and program (Telex)
 * changes what it types. Such readers belong on a serial line. One thread only.
 *
 * @param <E> the toolkit's event
 */
public final class WedgeDecoder<E> {
  /** A key that was down longer without repeating lost its release to another window. */
  private static final long STALE_NANOS = 2_000_000_000L;

  /** A burst is kept up to one character more than the gate lets pass. */
  private static final int MAX_CHARACTERS = ScanGate.MAX_FRAME_BYTES + 1;

  private final WedgeTiming timing;
  private final List<E> held = new ArrayList<>();
  private final StringBuilder burst = new StringBuilder();

  /** Keys that are down, with the time of their last press. */
  private final Map<Object, Long> down = new HashMap<>();

  /** Keys whose press is held back: their release goes the same way. */
  private final Set<Object> heldKeys = new HashSet<>();

  /** Keys whose press was consumed for good: nobody may see their release. */
  private final Set<Object> swallowed = new HashSet<>();

  private int characters;
  private long lastNanos;
  private boolean swallowTyped;
  private boolean repeating;

  public WedgeDecoder(WedgeTiming timing) {
    this.timing = timing;
  }

  /**
   * A key went down.
   *
   * @param key tells keys apart, for example the toolkit's key code
   * @param nanos when, on the clock of {@link System#nanoTime}
   */
  public WedgeDecision<E> pressed(E event, Object key, WedgeKey kind, long nanos) {
    Outcome outcome = overdue(nanos);
    swallowTyped = false;
    Long before = down.put(key, nanos);
    boolean repeated = before != null && nanos - before < STALE_NANOS;
    if (repeated && kind != WedgeKey.MODIFIER) {
      // Only a finger holds a key; a reader lets go of each.
      repeating = true;
      outcome.giveUp();
      swallowed.remove(key);
      return outcome.pass();
    }
    repeating = false;
    return switch (kind) {
      case TEXT -> outcome.hold(event, key, nanos);
      case MODIFIER -> isHolding() ? outcome.hold(event, key, lastNanos) : outcome.pass();
      case END -> {
        if (!established()) {
          outcome.giveUp();
          yield outcome.pass();
        }
        swallowed.add(key);
        swallowTyped = true;
        outcome.finish();
        yield outcome.consume();
      }
      case OTHER -> {
        if (!established()) {
          outcome.giveUp();
          yield outcome.pass();
        }
        // No person reaches a key in the middle of a scan: readers type Alt codes and the like.
        swallowed.add(key);
        yield outcome.consume();
      }
    };
  }

  /**
   * Characters were typed; comes between a press and its release.
   *
   * @param text what was typed
   * @param nanos when, on the clock of {@link System#nanoTime}
   */
  public WedgeDecision<E> typed(E event, String text, long nanos) {
    Outcome outcome = overdue(nanos);
    if (swallowTyped) {
      return outcome.consume(); // the character of a consumed Enter
    }
    boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    if (repeating || text.isEmpty() || control && !established()) {
      return outcome.pass();
    }
    if (characters < MAX_CHARACTERS) {
      burst.append(text);
    }
    characters++;
    lastNanos = nanos;
    if (established()) {
      held.clear();
    } else {
      held.add(event);
    }
    return outcome.consume();
  }

  /**
   * A key went up.
   *
   * @param key the same as when it went down
   * @param nanos when, on the clock of {@link System#nanoTime}
   */
  public WedgeDecision<E> released(E event, Object key, long nanos) {
    Outcome outcome = overdue(nanos);
    down.remove(key);
    repeating = false;
    if (heldKeys.remove(key)) {
      if (!established()) {
        held.add(event);
      }
      return outcome.consume();
    }
    return swallowed.remove(key) ? outcome.consume() : outcome.pass();
  }

  /** Time has passed; the decision has no present event to consume. */
  public WedgeDecision<E> flush(long nanos) {
    return overdue(nanos).pass();
  }

  /** True if time alone can change something: call {@link #flush} soon. */
  public boolean waiting() {
    return isHolding();
  }

  private boolean isHolding() {
    return characters > 0 || !held.isEmpty();
  }

  private boolean established() {
    return characters >= timing.characters();
  }

  /** What the time that has passed since the last character means. */
  private Outcome overdue(long nanos) {
    Outcome outcome = new Outcome();
    if (isHolding()) {
      long passed = nanos - lastNanos;
      if (established()) {
        if (passed > timing.silence().toNanos()) {
          outcome.finish();
        }
      } else if (passed > timing.gap().toNanos()) {
        outcome.giveUp();
      }
    }
    return outcome;
  }

  /** Collects what a decision will say. */
  private final class Outcome {
    private final List<E> replay = new ArrayList<>();
    private Optional<String> scan = Optional.empty();

    /** The burst is a scan. */
    void finish() {
      scan = Optional.of(burst.toString());
      swallowed.addAll(heldKeys);
      forget();
    }

    /** The burst is a person's. */
    void giveUp() {
      replay.addAll(held);
      forget();
    }

    private void forget() {
      held.clear();
      heldKeys.clear();
      burst.setLength(0);
      characters = 0;
    }

    WedgeDecision<E> hold(E event, Object key, long nanos) {
      if (!isHolding()) {
        lastNanos = nanos;
      }
      heldKeys.add(key);
      if (!established()) {
        held.add(event);
      }
      return consume();
    }

    WedgeDecision<E> consume() {
      return new WedgeDecision<>(true, replay, scan);
    }

    WedgeDecision<E> pass() {
      return new WedgeDecision<>(false, replay, scan);
    }
  }
}
