package vn.motcua.kiosk.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.kiosk.ui.kit.VirtualDisplay;
import vn.motcua.kiosk.ui.kit.XEye;
import vn.motcua.kiosk.watch.SameProgram;
import vn.motcua.scanner.FaultException;

/**
 * How long a whole process takes from its start until its window can be seen, on an X server of its
 * own. The terminal counts when its first question is on the screen, which takes touches from then
 * on; an empty window counts when it is not black any more.
 */
final class FirstFrames {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = 4_000_000;

  /** A strip over the big question: white letters on the house's blue. */
  private static final int STRIP_Y = 600;

  private static final int STRIP = 8;

  private FirstFrames() {}

  /**
   * Milliseconds of the terminal over {@code data}.
   *
   * @param data a data folder, new or used
   */
  static double terminal(Path data) throws FaultException, InterruptedException {
    return millis(
        SameProgram.command(
            "vn.motcua.kiosk.Kiosk",
            List.of("run", "--role", "citizen", "--no-watchdog", "--data", data.toString())),
        3);
  }

  /** Milliseconds of an empty window in a JVM with the same options. */
  static double emptyWindow() throws FaultException, InterruptedException {
    return millis(SameProgram.jvm(EmptyWindow.class.getName(), List.of()), 1);
  }

  /**
   * @param colours that must be seen in the strip, black not counted
   */
  private static double millis(List<String> command, int colours)
      throws FaultException, InterruptedException {
    Process server = null;
    Process program = null;
    try {
      server =
          new ProcessBuilder(
                  VirtualDisplay.program().orElseThrow(FirstFrames::missing).toString(),
                  "-displayfd",
                  "1",
                  "-screen",
                  "0",
                  WIDTH + "x" + HEIGHT + "x24",
                  "-nolisten",
                  "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
      String display = ":" + said.readLine();
      try (XEye eye = XEye.open(display)) {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        long begin = System.nanoTime();
        program = builder.start();
        while (!seen(eye, colours)) {
          if (!program.isAlive() || System.nanoTime() - begin > LONGEST.toNanos()) {
            throw new FaultException(new BenchFault.CannotMeasure(), command.getLast());
          }
          LockSupport.parkNanos(LOOK_NANOS);
        }
        return (System.nanoTime() - begin) / 1e6;
      }
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    } finally {
      end(program);
      end(server);
    }
  }

  private static boolean seen(XEye eye, int colours) {
    return Arrays.stream(eye.look(0, STRIP_Y, WIDTH, STRIP))
            .map(pixel -> pixel & 0xFFFFFF)
            .filter(colour -> colour != 0)
            .distinct()
            .limit(colours)
            .count()
        >= colours;
  }

  private static IllegalStateException missing() {
    return new IllegalStateException("Xvfb is missing: install package xvfb");
  }

  private static void end(@org.jspecify.annotations.Nullable Process process)
      throws InterruptedException {
    if (process != null) {
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }
}
