package vn.motcua.kiosk.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of other people that judge our files. One that is absent fails the test by name. */
public final class Tool {
  private static final Map<String, String> PACKAGES =
      Map.of(
          "pdftotext", "poppler-utils",
          "pdftoppm", "poppler-utils",
          "pdfimages", "poppler-utils",
          "pdffonts", "poppler-utils",
          "pdfsig", "poppler-utils",
          "qpdf", "qpdf",
          "openssl", "openssl",
          "prlimit", "util-linux",
          "unshare", "util-linux");

  private Tool() {}

  /** What a program said. */
  public record Answer(int exit, String text) {}

  /** Runs a program to its end and gives its exit code and all its output. */
  public static Answer run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("tool", ".out");
    try {
      Process process;
      try {
        process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
      } catch (IOException e) {
        throw new AssertionError(
            command[0] + " is missing: install the Debian package " + PACKAGES.get(command[0]), e);
      }
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command[0] + " did not end");
      }
      return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /** The text of a PDF as poppler finds it. */
  public static String pdfToText(Path pdf) throws IOException, InterruptedException {
    return run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-").text();
  }
}
