package vn.motcua.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a watchdog does about processes that end, die and freeze; they are real processes. */
class WatchdogTest {
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMinutes(1));

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<Process> started = new ArrayList<>();

  private static Process process(String behaviour) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            BeatingProcess.class.getName(),
            behaviour)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Watchdog watchdog(String... behaviours) {
    Deque<String> next = new ArrayDeque<>(List.of(behaviours));
    return new Watchdog(
        () -> {
          Process process = process(next.removeFirst());
          started.add(process);
          return process;
        },
        SHORT,
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @Test
  @Timeout(60)
  void whatDiesOrFreezesIsStartedAnewUntilItEndsByItself() throws Exception {
    assertThat(watchdog("dies", "freezes", "ends").run()).isZero();
    assertThat(started).hasSize(3).noneMatch(Process::isAlive);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("a word of its own")
        .doesNotContain(Beats.BEAT);
  }

  @Test
  @Timeout(60)
  void whatCannotEvenBeginIsLeftToAPerson() throws Exception {
    assertThat(watchdog("refuses").run()).isEqualTo(1);
  }

  @Test
  @Timeout(60)
  void whoEndsTheWatchingEndsTheProcess() throws Exception {
    Watchdog watchdog = watchdog("lives");
    try (var pool = Executors.newSingleThreadExecutor()) {
      var ended = pool.submit(watchdog::run);
      while (started.isEmpty()) {
        Thread.onSpinWait();
      }
      watchdog.end();
      ended.get(30, TimeUnit.SECONDS);
      assertThat(started.getFirst().isAlive()).isFalse();
    }
  }

  @Test
  @Timeout(60)
  void aProcessWhoseWatcherIsGoneEndsToo() throws Exception {
    Process orphan = process("lives");
    assertThat(orphan.inputReader().readLine()).isNotNull();
    orphan.getOutputStream().close();
    assertThat(orphan.waitFor()).isEqualTo(3);
  }

  @Test
  void pausesDoubleUpToALimit() {
    assertThat(Patience.USUAL.pause(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(Patience.USUAL.pause(3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Patience.USUAL.pause(1_000)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theSameProgramIsThisJvmWithAllItsOptions() {
    List<String> command = SameProgram.command("a.Main", List.of("run"));
    assertThat(Path.of(command.getFirst())).isExecutable();
    assertThat(command).endsWith("a.Main", "run").contains(System.getProperty("java.class.path"));
  }
}
