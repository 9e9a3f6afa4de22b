package vn.motcua.scanner.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Jazzer (libFuzzer for the JVM) in a process of its own. */
final class FuzzProcess {
  /**
   * What Jazzer needs for itself: measured with a target that does nothing and the drivers' class
   * path, which it scans for hooks at the start. That target runs in 128 MB and not in 112 MB;
   * {@code FuzzProcessTest} holds the first. The application's class path is longer, so the same
   * limit leaves less for our code there.
   */
  static final int OWN_HEAP_MB = 128;

  /** Its own and what our code may add: more and the input is a finding. */
  static final int HEAP_MB = OWN_HEAP_MB + 256;

  /** An input that takes this long hangs. */
  private static final int HANGS_SECONDS = 10;

  private static final int MOST_KEPT = 60;

  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+)");

  private FuzzProcess() {}

  /**
   * What a run did.
   *
   * @param executions inputs fed
   * @param coverage branches reached by the seeds, and at the end
   * @param liveHeapMb most that was alive after a garbage collection
   * @param findings files with inputs that broke something
   * @param log its whole output
   */
  record Report(long executions, String coverage, long liveHeapMb, List<Path> findings, Path log) {}

  /** How long each target is fuzzed: {@code MOTCUA_FUZZ_SECONDS}, else a minute. */
  static Duration duration(Map<String, String> environment) {
    String seconds = environment.getOrDefault("MOTCUA_FUZZ_SECONDS", "60");
    if (!seconds.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException("MOTCUA_FUZZ_SECONDS must be a number of seconds");
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  /**
   * Fuzzes until the time is over or something is found.
   *
   * @param heapMb limit of the process's heap
   */
  static Report run(FuzzContract target, Duration time, int heapMb)
      throws IOException, InterruptedException {
    Path home = Path.of("target", "fuzz", target.name()).toAbsolutePath();
    Path corpus = Files.createDirectories(home.resolve("corpus"));
    Path seeds = emptied(home.resolve("seeds"));
    Path findings = emptied(home.resolve("findings"));
    for (Map.Entry<String, byte[]> seed : seeds(target).entrySet()) {
      Files.write(seeds.resolve(seed.getKey().replace(' ', '-')), seed.getValue());
    }
    Path log = home.resolve("log.txt");
    List<String> command = command(target, heapMb, home);
    command.add("-max_total_time=" + time.toSeconds());
    command.add("-max_len=" + target.longest());
    command.add("-timeout=" + HANGS_SECONDS);
    command.add("-rss_limit_mb=0");
    command.add("-print_final_stats=1");
    command.add("-artifact_prefix=" + findings + "/");
    command.add(corpus.toString());
    command.add(seeds.toString());
    if (Files.isDirectory(target.saved())) {
      command.add(target.saved().toAbsolutePath().toString());
    }
    int exit = start(command, log, time.plusMinutes(5));
    String said = Files.readString(log, StandardCharsets.UTF_8);
    List<Path> found = new ArrayList<>(files(findings));
    if (exit != 0 && found.isEmpty()) {
      found.add(log);
    }
    if (found.isEmpty() && "yes".equals(System.getenv("MOTCUA_FUZZ_KEEP"))) {
      Path saved = Files.createDirectories(target.saved()).toAbsolutePath();
      keep(target, heapMb, home, List.of(saved, seeds, corpus));
    }
    return new Report(
        number(said, "stat::number_of_executed_units:\\s*(\\d+)").orElse(0),
        coverage(said),
        number(said, FuzzEntry.HEAP + "(\\d+)").orElse(-1),
        List.copyOf(found),
        log);
  }

  /**
   * Saves inputs that together reach all that was reached, or of many of them a spread from the
   * smallest to the largest. Those with names of their own stay.
   */
  private static void keep(FuzzContract target, int heapMb, Path home, List<Path> sources)
      throws IOException, InterruptedException {
    Path small = emptied(home.resolve("small"));
    List<String> command = command(target, heapMb, home);
    command.add("-merge=1");
    command.add("-max_len=" + target.longest());
    command.add("-rss_limit_mb=0");
    command.add(small.toString());
    sources.forEach(source -> command.add(source.toString()));
    if (start(command, home.resolve("merge.txt"), Duration.ofMinutes(10)) != 0) {
      throw new IOException("the corpus could not be made smaller: see " + home);
    }
    for (Path old : files(target.saved())) {
      if (old.getFileName().toString().matches("[0-9a-f]{40}")) {
        Files.delete(old);
      }
    }
    List<Path> bySize = new ArrayList<>(files(small));
    bySize.sort(Comparator.comparingLong(file -> file.toFile().length()));
    int step = Math.ceilDiv(bySize.size(), MOST_KEPT);
    for (int i = 0; i < bySize.size(); i += step) {
      Path file = bySize.get(i);
      Files.copy(file, target.saved().resolve(file.getFileName().toString()));
    }
  }

  private static List<String> command(FuzzContract target, int heapMb, Path home) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heapMb + "m",
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + home,
            // A line about each file that is refused would be gigabytes.
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzEntry.class.getName(),
            "--target_args=" + target.getClass().getName(),
            "--instrumentation_includes=" + String.join(":", target.guides()),
            "--reproducer_path=" + home));
  }

  private static int start(List<String> command, Path log, Duration limit)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the fuzzer does not end: see " + log);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Map<String, byte[]> seeds(FuzzContract target) throws IOException {
    try {
      return target.seeds();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("no seeds", e);
    }
  }

  private static Path emptied(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Path file : files(directory)) {
      Files.delete(file);
    }
    return directory;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> listing = Files.list(directory)) {
      return listing.sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static OptionalLong number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    OptionalLong last = OptionalLong.empty();
    while (matcher.find()) {
      last = OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
    return last;
  }

  private static String coverage(String text) {
    int seeded = text.indexOf("INITED");
    Matcher matcher = COVERAGE.matcher(text);
    String begin = seeded >= 0 && matcher.find(seeded) ? matcher.group(1) : "?";
    String end = begin;
    while (matcher.find()) {
      end = matcher.group(1);
    }
    return begin + " -> " + end;
  }
}
