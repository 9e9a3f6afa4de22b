package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.scanner.FaultException;

/**
 * Runs a program and says what it and everything that it started took. A shell that waits for it
 * asks the kernel ({@code times}, POSIX XCU 2.14): that counts grandchildren too, once their
 * parents have waited for them. Linux only, like what is measured with it.
 */
final class ProgramRun {
  private static final String SCRIPT =
      "\"$@\" >\"$0.out\" 2>\"$0.err\"; code=$?; times >\"$0.times\"; exit $code";
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.,]+)s\\s+(\\d+)m([\\d.,]+)s\\s*$");
  private static final int SAMPLE_MILLISECONDS = 50;

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path notes;
  private final Duration limit;

  /**
   * @param notes files of this name and some ending hold what the program says
   * @param limit it is ended, with everything that it started, if it takes longer
   */
  ProgramRun(List<String> command, Map<String, String> environment, Path notes, Duration limit) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.notes = notes;
    this.limit = limit;
  }

  /** Runs it and nothing beside it. */
  Spent run() throws FaultException, IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FaultException(new BenchFault.CannotMeasure(), command.getFirst() + " hangs");
      }
    } finally {
      end(process);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    check(process);
    return new Spent(seconds, cpuSeconds(Files.readString(notes("times"))));
  }

  /** Runs it and looks at its memory all the time; gives the most that was in use, bytes. */
  long peakMemory() throws FaultException, IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    long peak = 0;
    Process process = start();
    try {
      while (!process.waitFor(SAMPLE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        try (Stream<ProcessHandle> tree = process.descendants()) {
          peak = Math.max(peak, tree.mapToLong(one -> Memory.proportional(one.pid())).sum());
        }
        if (System.nanoTime() > end) {
          throw new FaultException(new BenchFault.CannotMeasure(), command.getFirst() + " hangs");
        }
      }
    } finally {
      end(process);
    }
    check(process);
    return peak;
  }

  /** What the program wrote on standard output. */
  String output() throws IOException {
    return Files.readString(notes("out"));
  }

  private Process start() throws IOException {
    List<String> shell = new ArrayList<>(List.of("bash", "-c", SCRIPT, notes.toString()));
    shell.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(shell);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8"); // decimal points
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void check(Process process) throws FaultException, IOException {
    if (process.exitValue() != 0) {
      String said = Files.readString(notes("err"));
      throw new FaultException(
          new BenchFault.CannotMeasure(),
          command.getFirst() + " ended with " + process.exitValue() + ": " + said);
    }
  }

  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Path notes(String ending) {
    return notes.resolveSibling(notes.getFileName() + "." + ending);
  }

  /** User and system time of the children, from the second line that {@code times} prints. */
  static double cpuSeconds(String times) {
    Matcher line = CHILDREN.matcher(times.strip());
    if (!line.find()) {
      throw new IllegalArgumentException("no times: " + times);
    }
    return seconds(line.group(1), line.group(2)) + seconds(line.group(3), line.group(4));
  }

  private static double seconds(String minutes, String seconds) {
    return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds.replace(',', '.'));
  }
}
