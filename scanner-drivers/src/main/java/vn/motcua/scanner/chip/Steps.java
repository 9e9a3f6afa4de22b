package vn.motcua.scanner.chip;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of each step of a reading once, as it begins, and adds up how long each took. */
final class Steps {
  private final Consumer<ChipStep> progress;
  private final long began = System.nanoTime();
  private final Set<ChipStep> told = EnumSet.noneOf(ChipStep.class);
  private final Map<ChipStep, Long> nanos = new EnumMap<>(ChipStep.class);
  private @Nullable ChipStep current;
  private long since = began;

  Steps(Consumer<ChipStep> progress) {
    this.progress = progress;
  }

  /** From now on this step is under way. */
  void begin(ChipStep step) {
    lap();
    current = step;
    if (told.add(step)) {
      progress.accept(step);
    }
  }

  private void lap() {
    long now = System.nanoTime();
    ChipStep ended = current;
    if (ended != null) {
      nanos.merge(ended, now - since, Long::sum);
    }
    since = now;
  }

  /** Milliseconds of each step so far. */
  Map<ChipStep, Long> milliseconds() {
    lap();
    Map<ChipStep, Long> rounded = new EnumMap<>(ChipStep.class);
    nanos.forEach((step, time) -> rounded.put(step, Math.round(time / 1e6)));
    return rounded;
  }

  /** Milliseconds since the reading began. */
  long total() {
    return Math.round((System.nanoTime() - began) / 1e6);
  }
}
