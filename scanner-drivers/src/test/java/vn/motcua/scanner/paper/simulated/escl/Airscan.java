package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code scanimage} with sane-airscan, an eSCL client that is not ours, as its only backend. Needs
 * the Debian packages sane-utils and sane-airscan.
 */
public final class Airscan implements AutoCloseable {
  private static final Path BACKENDS = Path.of("/usr/lib");

  private final Path folder;

  private Airscan(Path folder) {
    this.folder = folder;
  }

  /** Set up for one scanner at this address. */
  public static Airscan at(String address) throws IOException {
    try (Stream<Path> found = Files.walk(BACKENDS, 3)) {
      if (found.noneMatch(file -> file.getFileName().toString().startsWith("libsane-airscan."))) {
        throw new AssertionError(
            "sane-airscan is missing: install the Debian package sane-airscan");
      }
    }
    Path folder = Files.createTempDirectory("airscan");
    Files.writeString(folder.resolve("dll.conf"), "airscan\n");
    Files.writeString(
        folder.resolve("airscan.conf"),
        "[devices]\n\"Sim\" = " + address + ", eSCL\n[options]\ndiscovery = disable\n");
    return new Airscan(folder);
  }

  /**
   * What scanimage had to say.
   *
   * @param pages what it wrote, in the order of the pages
   * @param words its standard error, and its standard output if that was not a picture
   */
  public record Scan(int code, List<Path> pages, String words) {}

  /** Runs scanimage; pages are written as {@code pageN.FORMAT} if {@code arguments} say --batch. */
  public Scan scan(String format, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("scanimage", "-d", "airscan:e0:Sim"));
    command.add("--format=" + format);
    command.addAll(List.of(arguments));
    Path words = folder.resolve("words.txt");
    Path out = folder.resolve("page1." + format);
    boolean batch = List.of(arguments).contains("--batch");
    if (batch) {
      command.set(command.indexOf("--batch"), "--batch=" + folder.resolve("page%d." + format));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SANE_CONFIG_DIR", folder.toString());
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(words.toFile());
    builder.redirectOutput(batch ? folder.resolve("nothing").toFile() : out.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("scanimage does not end: " + Files.readString(words));
    }
    return new Scan(
        process.exitValue(), pages(format), Files.readString(words, StandardCharsets.UTF_8));
  }

  private List<Path> pages(String format) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("page[0-9]+\\." + format))
          .filter(file -> file.toFile().length() > 0)
          .sorted(Comparator.comparingInt(Airscan::number))
          .toList();
    }
  }

  private static int number(Path page) {
    return Integer.parseInt(page.getFileName().toString().replaceAll("[^0-9]", ""));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
