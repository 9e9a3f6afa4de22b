package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.ui.kit.VirtualDisplay;
import vn.motcua.kiosk.ui.kit.XEye;
import vn.motcua.kiosk.watch.Patience;
import vn.motcua.kiosk.watch.Watchdog;

/** The real terminal on a real display: stopped by the system, it is there again by itself. */
class FrozenTerminalTest {
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(90),
          Duration.ofSeconds(4),
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofMinutes(10));
  private static final int WIDTH = 540;
  private static final int HEIGHT = 960;

  @TempDir Path root;

  @Test
  @Tag("long")
  @EnabledOnOs(OS.LINUX)
  @Timeout(240)
  void aFrozenTerminalIsStartedAnewAndShowsItsFirstQuestion() throws Exception {
    Process server =
        new ProcessBuilder(
                VirtualDisplay.program().orElseThrow().toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                WIDTH + "x" + HEIGHT + "x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String display =
        ":"
            + new BufferedReader(
                    new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
    List<Process> terminals = new CopyOnWriteArrayList<>();
    Watchdog watchdog =
        new Watchdog(
            () -> {
              ProcessBuilder builder = new ProcessBuilder(command());
              builder.environment().put("DISPLAY", display);
              Process process =
                  builder.redirectError(root.resolve("terminal.log").toFile()).start();
              terminals.add(process);
              return process;
            },
            PATIENCE,
            new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    try (var pool = Executors.newSingleThreadExecutor();
        XEye eye = XEye.open(display)) {
      var ended = pool.submit(watchdog::run);
      await(() -> isDrawn(eye));
      long frozen = System.nanoTime();
      assertThat(
              new ProcessBuilder("kill", "-STOP", String.valueOf(terminals.getFirst().pid()))
                  .start()
                  .waitFor())
          .isZero();
      await(() -> terminals.size() == 2 && !terminals.getFirst().isAlive());
      // Its window went with it: whatever is drawn from now on is the new one's.
      await(() -> isDrawn(eye));
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - frozen);
      assertThat(seconds).as("from the freeze to the first question").isLessThan(120);
      assertThat(terminals.get(1).isAlive()).isTrue();
      watchdog.end();
      ended.get(60, TimeUnit.SECONDS);
      assertThat(terminals).noneMatch(Process::isAlive);
    } finally {
      terminals.forEach(Process::destroyForcibly);
      server.destroy();
    }
  }

  private List<String> command() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx300m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Kiosk.class.getName(),
            "run",
            "--watched",
            "--role",
            "citizen",
            "--data",
            root.resolve("data").toString()));
  }

  /** The first question in white letters on blue, across the upper third. */
  private static boolean isDrawn(XEye eye) {
    return Arrays.stream(eye.look(0, HEIGHT / 4, WIDTH, 40)).distinct().limit(20).count() == 20;
  }

  private static void await(BooleanSupplier met) {
    long begin = System.nanoTime();
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(110));
      LockSupport.parkNanos(20_000_000);
    }
  }
}
