package vn.motcua.kiosk.bench.digitise;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Profile;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/**
 * Our side: the pipeline in this JVM, warm; and, for its memory, as the command that people use.
 */
final class Ours implements AutoCloseable {
  /** What is compared: searchable, the smallest profile. */
  static final DigitiseRequest SMALL = DigitiseRequest.of("Trang đo", "");

  /**
   * The scans as they are: what the small pages are held against. Read as well, because a page that
   * lay on its head is turned by what was read.
   */
  static final DigitiseRequest ORIGINAL = SMALL.withProfile(Profile.ORIGINAL);

  /** The same as {@link #SMALL} on the command line. */
  private static final List<String> SMALL_OPTIONS = List.of();

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Digitiser digitiser = new Digitiser(Clock.systemUTC());

  /**
   * A run's cost and what came of it.
   *
   * @param spent by the whole JVM, compiler and collector with it
   */
  record Run(Spent spent, Digitised made) {}

  Run run(Samples samples, DigitiseRequest request, Path out) throws FaultException {
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    Digitised made =
        digitiser.digitise(samples.pictures(), request, out, Progress.NONE, new Cancellation());
    long end = System.nanoTime();
    return new Run(new Spent((end - begin) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9), made);
  }

  /** The most memory that {@code kiosk digitise} takes for the pages, bytes. */
  long peakMemory(Samples samples, Path folder, Duration limit)
      throws FaultException, IOException, InterruptedException {
    List<String> command = OurProgram.command("vn.motcua.kiosk.Kiosk");
    command.add("digitise");
    samples.pictures().forEach(picture -> command.add(picture.toString()));
    command.addAll(List.of("--out", folder.resolve("command.pdf").toString()));
    command.addAll(SMALL_OPTIONS);
    return new ProgramRun(command, Map.of(), folder.resolve("ours"), limit).peakMemory();
  }

  @Override
  public void close() {
    digitiser.close();
  }
}
