package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.bench.BenchFault;
import vn.motcua.scanner.FaultException;

/**
 * The other side, set as well as it can be for two cores: two pages at a time, each by a Tesseract
 * of one thread, which alone is two to four times faster than its default. It lowers its own
 * priority (nice 5 and more), so that it loses on a machine that has other work; the load average
 * is printed for that reason.
 */
final class Ocrmypdf {
  private static final Map<String, String> ENVIRONMENT = Map.of("OMP_THREAD_LIMIT", "1");
  private static final List<String> COMMAND =
      List.of("ocrmypdf", "-l", "vie", "--deskew", "--output-type", "pdfa", "-j", "2");

  private final Path folder;
  private final Duration limit;
  private final Map<String, String> environment;

  /**
   * @throws FaultException with {@link BenchFault.NoOcrmypdf} if it does not run here
   */
  Ocrmypdf(Path folder, Duration limit) throws FaultException, IOException, InterruptedException {
    this(folder, limit, ENVIRONMENT);
  }

  /**
   * @param environment variables that it is started with beside those of this process
   */
  Ocrmypdf(Path folder, Duration limit, Map<String, String> environment)
      throws FaultException, IOException, InterruptedException {
    this.folder = folder;
    this.limit = limit;
    this.environment = Map.copyOf(environment);
    try {
      if (!said("tesseract", "--list-langs").lines().toList().contains("vie")) {
        throw new FaultException(new BenchFault.NoOcrmypdf(), "no Vietnamese");
      }
      said("ocrmypdf", "--version");
    } catch (FaultException e) {
      throw e.fault() instanceof BenchFault.NoOcrmypdf
          ? e
          : new FaultException(new BenchFault.NoOcrmypdf(), e);
    }
  }

  /** Its version, for the record. */
  String version() throws FaultException, IOException, InterruptedException {
    return said("ocrmypdf", "--version").strip();
  }

  private String said(String... command) throws FaultException, IOException, InterruptedException {
    ProgramRun run =
        new ProgramRun(
            List.of(command), environment, folder.resolve("asked"), Duration.ofMinutes(1));
    run.run();
    return run.output();
  }

  Spent run(Path in, Path out) throws FaultException, IOException, InterruptedException {
    return program(List.of(in.toString(), out.toString())).run();
  }

  /** The most memory that it and its children take, bytes; leaves its own text in a file. */
  long peakMemory(Path in, Path out, Path text)
      throws FaultException, IOException, InterruptedException {
    return program(List.of("--sidecar", text.toString(), in.toString(), out.toString()))
        .peakMemory();
  }

  private ProgramRun program(List<String> arguments) {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(arguments);
    return new ProgramRun(command, environment, folder.resolve("ocrmypdf"), limit);
  }
}
