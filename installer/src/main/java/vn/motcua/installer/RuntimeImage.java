package vn.motcua.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A Java runtime of our own with JavaFX inside. jlink takes real modules only, so JavaFX goes in
 * and everything else stays on the class path.
 */
final class RuntimeImage {
  /** What the house needs of the JDK; jlink adds what these need. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.scripting",
          "java.smartcardio",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.localedata",
          "jdk.unsupported",
          "jdk.xml.dom",
          "jdk.zipfs",
          "javafx.controls");

  private final Platform platform;

  RuntimeImage(Platform platform) {
    this.platform = platform;
  }

  /** Makes the image in {@code target}, which must not exist. */
  void make(List<Path> javafx, Path target) throws IOException, InterruptedException {
    String modulePath =
        javafx.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    Tool.run(
        List.of(
            Tool.ofJdk("jlink"),
            "--module-path",
            modulePath,
            "--add-modules",
            String.join(",", MODULES),
            "--include-locales=en,vi",
            "--strip-debug",
            "--no-man-pages",
            "--no-header-files",
            "--compress",
            "zip-0",
            "--output",
            target.toString()),
        Map.of(),
        5);
    new SecurityProviders(target).leaveOutMissing();
    Path libraries = target.resolve(platform.libraryFolder());
    for (Path jar : javafx) {
      takeLibraries(jar, libraries);
    }
  }

  /** Without this JavaFX unpacks its native libraries into the user's home at every start. */
  private void takeLibraries(Path jar, Path target) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      var entries = file.entries();
      while (entries.hasMoreElements()) {
        var entry = entries.nextElement();
        String name = entry.getName();
        if (platform.isLibrary(name) && name.indexOf('/') < 0) {
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }
}
