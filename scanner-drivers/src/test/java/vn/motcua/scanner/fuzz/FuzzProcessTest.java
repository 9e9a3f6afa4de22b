package vn.motcua.scanner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FuzzProcessTest {
  private static final Duration BRIEF = Duration.ofSeconds(5);

  /** Does nothing: what is used is Jazzer's own. */
  static final class Idle extends FuzzContract {
    @Override
    protected void feed(byte[] input) {}

    @Override
    protected Map<String, byte[]> seeds() {
      return Map.of("some", new byte[] {1, 2, 3});
    }
  }

  /** Breaks on one word that no seed holds. */
  static final class Fragile extends FuzzContract {
    @Override
    protected void feed(byte[] input) {
      promise(!new String(input, StandardCharsets.ISO_8859_1).startsWith("mo!"), "broke");
    }

    @Override
    protected Map<String, byte[]> seeds() {
      return Map.of("some", "a seed".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Holds a little more with each input. */
  static final class Leaky extends FuzzContract {
    private final List<byte[]> held = new ArrayList<>();

    @Override
    protected void feed(byte[] input) {
      held.add(new byte[1 << 16]);
    }

    @Override
    protected Map<String, byte[]> seeds() {
      return Map.of("some", new byte[] {1});
    }
  }

  @Test
  void takesTheTimeFromTheEnvironment() {
    assertThat(FuzzProcess.duration(Map.of())).isEqualTo(Duration.ofMinutes(1));
    assertThat(FuzzProcess.duration(Map.of("MOTCUA_FUZZ_SECONDS", "600")))
        .isEqualTo(Duration.ofMinutes(10));
    assertThatThrownBy(() -> FuzzProcess.duration(Map.of("MOTCUA_FUZZ_SECONDS", "long")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("long")
  @Timeout(120)
  void needsNoMoreForItselfThanItsOwnHeap() throws Exception {
    FuzzProcess.Report report = FuzzProcess.run(new Idle(), BRIEF, FuzzProcess.OWN_HEAP_MB);
    assertThat(report.findings()).as(report::toString).isEmpty();
    assertThat(report.executions()).isGreaterThan(1000);
    assertThat(report.liveHeapMb()).isBetween(1L, (long) FuzzProcess.OWN_HEAP_MB);
  }

  @Test
  @Tag("long")
  @Timeout(300)
  void findsABrokenPromiseAndKeepsTheInput() throws Exception {
    FuzzProcess.Report report =
        FuzzProcess.run(new Fragile(), Duration.ofMinutes(2), FuzzProcess.HEAP_MB);
    Path finding = report.findings().getFirst();
    assertThat(new String(Files.readAllBytes(finding), StandardCharsets.ISO_8859_1))
        .startsWith("mo!");
  }

  @Test
  @Tag("long")
  @Timeout(300)
  void findsCodeThatAddsMoreThanItMay() throws Exception {
    FuzzProcess.Report report =
        FuzzProcess.run(new Leaky(), Duration.ofMinutes(2), FuzzProcess.HEAP_MB);
    assertThat(report.findings()).isNotEmpty();
    assertThat(Files.readString(report.log())).contains("OutOfMemoryError");
  }
}
