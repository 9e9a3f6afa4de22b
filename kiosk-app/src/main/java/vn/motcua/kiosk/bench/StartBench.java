package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.scanner.FaultException;

/**
 * How long the launcher takes to answer its version when nothing changed, beside a JVM that starts
 * and ends: whole processes, in turn, medians.
 */
public final class StartBench implements Bench {
  private static final int ROUNDS = 9;
  private static final double GOAL_MILLISECONDS = 1000;

  private final Path house;

  /**
   * @param house the folder that the launcher stands in
   */
  public StartBench(Path house) {
    this.house = house;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Result run() throws FaultException, InterruptedException {
    List<String> launcher = List.of(house.resolve("kiosk").toString(), "--version");
    List<String> jvm =
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version");
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    time(launcher);
    for (int i = 0; i < ROUNDS; i++) {
      ours.add(time(launcher));
      theirs.add(time(jvm));
    }
    double version = Figures.median(ours);
    double bare = Figures.median(theirs);
    return new Result(
        Map.of(
            "versionMilliseconds", version,
            "bareJvmMilliseconds", bare,
            "ratio", Figures.rounded(version / bare),
            "rounds", ROUNDS),
        List.of(new Goal("versionMilliseconds", version, GOAL_MILLISECONDS)));
  }

  private static double time(List<String> command) throws FaultException, InterruptedException {
    long begin = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new FaultException(new BenchFault.CannotMeasure(), command.getFirst());
      }
    } catch (IOException e) {
      throw new FaultException(new BenchFault.CannotMeasure(), e);
    }
    return Figures.rounded((System.nanoTime() - begin) / 1e6);
  }
}
