package vn.motcua.installer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the installable package from the built jars: own runtime, launcher, start cache, and on
 * Debian a .deb around it.
 */
public final class MakePackage {
  private static final String NAME = "motcua";
  private static final String VERSION = "0.1.0";
  private static final Map<String, String> UNCOMPRESSED =
      Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none");

  private final Path house;
  private final Platform platform;
  private final boolean quick;

  MakePackage(Path house, Platform platform, boolean quick) {
    this.house = house;
    this.platform = platform;
    this.quick = quick;
  }

  /**
   * {@code package [--out DIR] [--no-cache] [--quick] [--json]}; prints where the package is. A
   * quick one is for trying it at once: it is not compressed, and its cache knows the start only.
   *
   * @param args see above
   */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
    Path house = Path.of(System.getProperty("motcua.house", "")).toAbsolutePath();
    Path target = house.resolve("installer").resolve("target").resolve("package");
    boolean cache = true;
    boolean quick = false;
    boolean json = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--no-cache" -> cache = false;
        case "--quick" -> quick = true;
        case "--json" -> json = true;
        case "--out" -> {
          if (++i == args.length) {
            return wrongUse(err);
          }
          target = Path.of(args[i]).toAbsolutePath();
        }
        default -> {
          return wrongUse(err);
        }
      }
    }
    long begin = System.nanoTime();
    try {
      Path file = new MakePackage(house, Platform.here(), quick).make(target, cache);
      long milliseconds = (System.nanoTime() - begin) / 1_000_000;
      if (json) {
        out.printf(
            "{\"file\":\"%s\",\"bytes\":%d,\"milliseconds\":%d}%n",
            file.toString().replace("\\", "\\\\").replace("\"", "\\\""),
            Files.size(file),
            milliseconds);
      } else {
        out.printf("%s (%,d bytes)%n", file, Files.size(file));
      }
      return 0;
    } catch (IOException e) {
      err.println("PACKAGE-FAILED: " + e.getMessage());
      if (json) {
        out.println("{\"fault\":\"PACKAGE-FAILED\"}");
      }
      return 1;
    }
  }

  private static int wrongUse(PrintStream err) {
    err.println("Usage: ./kiosk package [--out DIR] [--no-cache] [--quick] [--json]");
    return 2;
  }

  /**
   * Makes the package.
   *
   * @param target the folder for it; what an earlier run left there is replaced
   * @param cache whether to learn a start cache (needs a display)
   * @return the package file
   */
  Path make(Path target, boolean cache) throws IOException, InterruptedException {
    Path libs = house.resolve("installer").resolve("target").resolve("libs");
    if (!Files.isDirectory(libs)) {
      throw new IOException("no libraries in " + libs + ": build the project first");
    }
    delete(target);
    Files.createDirectories(target);
    Path work = Files.createTempDirectory("motcua-package");
    try {
      Path runtime = work.resolve("runtime");
      Path input = Files.createDirectories(work.resolve("input"));
      new RuntimeImage(platform).make(sort(libs, input), runtime);
      Path image = image(runtime, input, work);
      if (cache) {
        StartCache.learn(image, work, quick);
      }
      return wrap(image, target);
    } finally {
      delete(work);
    }
  }

  /** JavaFX of this platform is returned; what belongs on the class path goes into input. */
  private List<Path> sort(Path libs, Path input) throws IOException {
    List<Path> javafx = new ArrayList<>();
    try (Stream<Path> files = Files.list(libs)) {
      for (Path jar : files.sorted().toList()) {
        String name = jar.getFileName().toString();
        if (name.startsWith("javafx-")) {
          // The jars without a platform in their names are empty.
          if (name.matches("javafx-[a-z]+-[0-9.]+-[a-z]+\\.jar")) {
            javafx.add(jar);
          }
        } else if (!platform.isForeign(name)) {
          Files.copy(jar, input.resolve(name));
        }
      }
    }
    return javafx;
  }

  private Path image(Path runtime, Path input, Path work) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                VERSION,
                "--vendor",
                "Một Cửa",
                "--runtime-image",
                runtime.toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "kiosk-app-" + VERSION + ".jar",
                "--main-class",
                "vn.motcua.kiosk.Kiosk",
                "--dest",
                work.toString()));
    for (String option : Files.readAllLines(house.resolve("installer").resolve("jvm.options"))) {
      command.add("--java-options");
      command.add(option);
    }
    if (platform == Platform.WINDOWS) {
      command.add("--win-console");
    }
    Tool.run(command, Map.of(), 5);
    return work.resolve(NAME);
  }

  private Path wrap(Path image, Path target) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                platform.packageType(),
                "--name",
                NAME,
                "--app-version",
                VERSION,
                "--vendor",
                "Một Cửa",
                "--description",
                "The one-stop counter in a box",
                "--license-file",
                house.resolve("LICENSE").toString(),
                "--app-image",
                image.toString(),
                "--dest",
                target.toString()));
    if (platform == Platform.LINUX) {
      command.addAll(
          List.of(
              "--linux-package-name",
              NAME,
              "--linux-deb-maintainer",
              "motcua@localhost",
              "--linux-app-category",
              "misc",
              "--linux-package-deps",
              "pcscd, libgtk-3-0, libpulse0"));
    }
    // Unpacked again at once: to compress that for minutes would be in vain (dpkg-deb(1)).
    Tool.run(command, UNCOMPRESSED, 8);
    Path made = made(target);
    if (platform == Platform.LINUX) {
      settle(made, quick);
    }
    return made;
  }

  private Path made(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("." + platform.packageType()))
          .findFirst()
          .orElseThrow(() -> new IOException("jpackage left no package in " + target));
    }
  }

  /** jpackage gave every file the time of its copying; the start cache wants the learnt ones. */
  private static void settle(Path deb, boolean quick) throws IOException, InterruptedException {
    Path tree = Files.createTempDirectory("motcua-deb").resolve("tree");
    try {
      Tool.run(List.of("dpkg-deb", "-R", deb.toString(), tree.toString()), Map.of(), 3);
      StartCache.settle(tree.resolve("opt").resolve(NAME).resolve("lib").resolve("app"));
      Files.delete(deb);
      Tool.run(
          List.of("dpkg-deb", "--root-owner-group", "-b", tree.toString(), deb.toString()),
          quick ? UNCOMPRESSED : Map.of(),
          8);
    } finally {
      delete(java.util.Objects.requireNonNull(tree.getParent()));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path done, java.io.@org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
