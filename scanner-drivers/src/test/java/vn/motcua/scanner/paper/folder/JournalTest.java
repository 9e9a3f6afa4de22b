package vn.motcua.scanner.paper.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);
  private static final String THREE = "3".repeat(64);

  @TempDir private Path home;
  private Path file = Path.of("journal");

  @BeforeEach
  void file() {
    file = home.resolve("journal");
  }

  private Journal at(Instant now) {
    return new Journal(file, Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(90));
  }

  @Test
  void rememberWhatWasAdded() throws Exception {
    Journal journal = at(NOW);
    assertThat(journal.contains(ONE)).isFalse();
    journal.add(ONE);
    journal.add(TWO);
    assertThat(at(NOW).contains(ONE)).isTrue();
    assertThat(at(NOW).contains(TWO)).isTrue();
    assertThat(at(NOW).contains(THREE)).isFalse();
  }

  /** The power failed in the middle of a line, or worse. */
  @Test
  void aDamagedEndHindersNothing() throws Exception {
    at(NOW).add(ONE);
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 1; cut < whole.length; cut++) {
      Files.write(file, whole);
      Files.write(file, java.util.Arrays.copyOf(whole, cut), StandardOpenOption.APPEND);
      at(NOW).add(TWO);
      at(NOW).tidy();
      assertThat(at(NOW).contains(ONE)).isTrue();
      assertThat(at(NOW).contains(TWO)).isTrue();
    }
    Files.write(file, new byte[] {0, (byte) 0xff, 10, 13, (byte) 0xc3}, StandardOpenOption.APPEND);
    at(NOW).tidy();
    at(NOW).add(THREE);
    assertThat(at(NOW).contains(TWO)).isTrue();
    assertThat(at(NOW).contains(THREE)).isTrue();
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void whatIsTooOldIsForgotten() throws Exception {
    at(NOW).add(ONE);
    at(NOW.plus(Duration.ofDays(60))).add(TWO);
    Journal later = at(NOW.plus(Duration.ofDays(91)));
    later.tidy();
    assertThat(later.contains(ONE)).isFalse();
    assertThat(later.contains(TWO)).isTrue();
  }

  @Test
  void itDoesNotGrowWithoutEnd() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100_010; i++) {
      many.append(String.format("%064x %d%n", i, NOW.getEpochSecond()));
    }
    Files.writeString(file, many);
    at(NOW).tidy();
    assertThat(Files.readAllLines(file)).hasSize(100_000).last().asString().startsWith("0");
    assertThat(at(NOW).contains(String.format("%064x", 100_009))).isTrue();
    assertThat(at(NOW).contains(String.format("%064x", 9))).isFalse();
  }
}
