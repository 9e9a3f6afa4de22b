package vn.motcua.scanner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every reader of strangers' bytes must do: keep its promises for any input, in less than
 * {@link Meter#LONGEST} and with less than {@link Meter#MOST_BYTES}.
 */
public abstract class FuzzContract {
  /** No saved input is larger: they stay in the repository for ever. */
  private static final int LARGEST_SAVED = 20_000;

  /**
   * Gives one input to what is tested and checks its answer.
   *
   * @throws AssertionError if a promise was broken; anything else that comes out is as bad
   */
  protected abstract void feed(byte[] input) throws Exception;

  /** Inputs to begin with, by a telling name; made anew each time from the invented citizens. */
  protected abstract Map<String, byte[]> seeds() throws Exception;

  /** Longest input that the fuzzer makes, in bytes. */
  protected int longest() {
    return 4096;
  }

  /** Packages whose branches guide the fuzzer, as Jazzer's patterns. */
  protected List<String> guides() {
    return List.of(getClass().getPackageName() + ".*");
  }

  /** {@code tlv} for a class named {@code TlvFuzzTest}. */
  public final String name() {
    return getClass().getSimpleName().replaceAll("FuzzTest$", "").toLowerCase(Locale.ROOT);
  }

  /** Where the saved inputs stand. */
  public final Path saved() {
    return Path.of("src", "test", "fuzz", name());
  }

  /** Fails unless {@code holds}. Cheap: it runs a million times a minute. */
  protected static void promise(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  public final void keepsItsPromisesForEverySavedInput() throws Exception {
    Map<String, byte[]> inputs = new TreeMap<>(seeds());
    assertThat(inputs).as("seeds").isNotEmpty();
    savedInputs().forEach((name, input) -> inputs.put("saved " + name, input));
    for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
      try {
        Meter.feed(this, input.getValue());
      } catch (Throwable broken) {
        throw new AssertionError(name() + ": " + input.getKey(), broken);
      }
    }
  }

  @Test
  public final void savesEnoughAndNotTooMuch() throws IOException {
    assertThat(savedInputs().keySet()).hasSizeBetween(10, 100);
    savedInputs()
        .forEach(
            (name, input) -> assertThat(input.length).as(name).isLessThanOrEqualTo(LARGEST_SAVED));
  }

  @Test
  @Tag("long")
  @Timeout(value = 1, unit = TimeUnit.DAYS)
  public final void keepsItsPromisesForWhateverTheFuzzerMakes() throws Exception {
    FuzzProcess.Report report =
        FuzzProcess.run(this, FuzzProcess.duration(System.getenv()), FuzzProcess.HEAP_MB);
    assertThat(report.findings()).as(report::toString).isEmpty();
    assertThat(report.executions()).as(report::toString).isGreaterThan(1000);
  }

  private Map<String, byte[]> savedInputs() throws IOException {
    Map<String, byte[]> inputs = new TreeMap<>();
    if (!Files.isDirectory(saved())) {
      return inputs;
    }
    try (Stream<Path> files = Files.list(saved())) {
      for (Path file : files.toList()) {
        inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return inputs;
  }
}
