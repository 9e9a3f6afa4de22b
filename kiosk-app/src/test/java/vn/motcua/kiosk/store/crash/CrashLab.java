package vn.motcua.kiosk.store.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@link CrashWorker} in a process of its own, under {@code recorder.c}. */
final class CrashLab {
  /** Which calls the recorder counts. */
  static final int SYNC = 1;

  static final int NAMES = 2;
  static final int SIZES = 4;
  static final int WRITE = 8;
  static final int CREATE = 16;
  static final int SAID = 32;

  /** What makes things durable, or must not come before them. */
  static final int DURABILITY = SYNC | NAMES | SIZES | CREATE;

  static final int NO_SPACE = 28; // ENOSPC
  static final int BROKEN = 5; // EIO
  static final int READ_ONLY = 30; // EROFS

  private static Path recorder = Path.of("");

  private final Path place;
  private final Map<String, String> orders = new HashMap<>();
  private Class<?> program = CrashWorker.class;
  private String name = "a";
  private int turns = 3;
  private int threads = 3;
  private int openings = 1;
  private boolean traced;

  /**
   * @param place an empty folder
   */
  CrashLab(Path place) throws IOException {
    this.place = place;
    Files.createDirectories(root());
    Files.createDirectories(own());
  }

  /** The folder that is watched; the data folder is made in it. */
  Path root() {
    return place.resolve("disk");
  }

  Path data() {
    return root().resolve("data");
  }

  Path own() {
    return place.resolve("own");
  }

  Path log() {
    return place.resolve("record");
  }

  CrashLab work(String name, int turns, int threads, int openings) {
    this.name = name;
    this.turns = turns;
    this.threads = threads;
    this.openings = openings;
    return this;
  }

  /** Another program than {@link CrashWorker}, with the same arguments. */
  CrashLab program(Class<?> other) {
    program = other;
    return this;
  }

  CrashLab recorded() {
    orders.put("CRASH_LOG", log().toString());
    return this;
  }

  /**
   * Kills it at the {@code at}-th call of {@code calls}.
   *
   * @param when 0 before it, 1 after it, 2 in it
   */
  CrashLab killed(int calls, int at, int when) {
    orders.put("CRASH_KILL_CLASS", Integer.toString(calls));
    orders.put("CRASH_KILL_AT", Integer.toString(at));
    orders.put("CRASH_KILL_WHEN", Integer.toString(when));
    return this;
  }

  /**
   * Lets calls fail.
   *
   * @param from from which one
   * @param count how many; 0 all that follow
   */
  CrashLab failing(int calls, int from, int count, int error) {
    orders.put("CRASH_FAIL_CLASS", Integer.toString(calls));
    orders.put("CRASH_FAIL_AT", Integer.toString(from));
    orders.put("CRASH_FAIL_FOR", Integer.toString(count));
    orders.put("CRASH_FAIL_ERRNO", Integer.toString(error));
    return this;
  }

  CrashLab calm() {
    orders.clear();
    return this;
  }

  /** Lets strace write down the same: every call of every thread, whoever makes it. */
  CrashLab traced() {
    traced = true;
    return this;
  }

  Path trace() {
    return place.resolve("trace");
  }

  Process start() throws IOException {
    List<String> command = new ArrayList<>();
    if (traced) {
      command.addAll(
          List.of(
              "strace",
              "-f",
              "--seccomp-bpf",
              "-qq",
              "-y",
              "-s",
              "0",
              "-o",
              trace().toString(),
              "-E",
              "LD_PRELOAD=" + recorder(),
              "-e",
              "trace=write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,fsync,fdatasync,"
                  + "sync_file_range,rename,renameat,renameat2,copy_file_range,sendfile"));
    }
    command.addAll(java());
    command.addAll(
        List.of(
            data().toString(),
            own().toString(),
            name,
            Integer.toString(turns),
            Integer.toString(threads),
            Integer.toString(openings)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(place.resolve("errors").toFile());
    if (!traced) {
      builder.environment().put("LD_PRELOAD", recorder().toString());
    }
    builder.environment().put("CRASH_ROOT", root().toString());
    builder.environment().putAll(orders);
    return builder.start();
  }

  /** Runs it to its end, however that comes, and gives what it said. */
  List<String> run() throws IOException, InterruptedException {
    Process process = start();
    try {
      byte[] said = process.getInputStream().readAllBytes();
      process.waitFor();
      String errors = Files.readString(place.resolve("errors"));
      if (errors.contains("Exception in thread")) {
        throw new IllegalStateException(errors);
      }
      return new String(said, StandardCharsets.UTF_8).lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }

  /** What a program must not have said if it came to its end; "no end" if it did not. */
  static List<String> unwanted(List<String> said) {
    List<String> unwanted = new ArrayList<>(said);
    unwanted.removeIf(line -> !line.startsWith("bug") && !line.startsWith("fault"));
    if (!said.contains("end")) {
      unwanted.add("no end");
    }
    return unwanted;
  }

  Recording recording() throws IOException {
    return Recording.read(log());
  }

  private List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx200m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + own(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        program.getName());
  }

  /** A folder in memory, where there is one: states by the thousand wear out no disk. */
  static Path inMemory(Path otherwise) throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "motcua-crash-")
        : Files.createTempDirectory(otherwise, "crash-");
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Made once with the C compiler of the machine. */
  private static synchronized Path recorder() throws IOException {
    if (!recorder.toString().isEmpty()) {
      return recorder;
    }
    Path folder = Files.createTempDirectory("recorder");
    Path source = folder.resolve("recorder.c");
    try (InputStream in = CrashLab.class.getResourceAsStream("recorder.c")) {
      if (in == null) {
        throw new IOException("recorder.c is missing");
      }
      Files.copy(in, source);
    }
    Path made = folder.resolve("recorder.so");
    Process compiler =
        new ProcessBuilder(
                "gcc",
                "-O1",
                "-Wall",
                "-shared",
                "-fPIC",
                "-o",
                made.toString(),
                source.toString(),
                "-ldl",
                "-lpthread")
            .redirectErrorStream(true)
            .start();
    String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (compiler.waitFor() != 0) {
        throw new IOException("gcc: " + said);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(stopped));
    }
    recorder = made;
    return made;
  }
}
