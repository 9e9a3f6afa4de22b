package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;

/** Scans in a process of its own that can be killed. */
final class FolderChild {
  private FolderChild() {}

  /**
   * Folder, file to which the hash of every page is written through, and within how many
   * microseconds it dies (0: never).
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    FolderDriver driver = new FolderDriver(HotFolder.quick(folder));
    try (FileChannel out =
        FileChannel.open(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      System.out.println("ready");
      // A process need not be started for every kill: it may die by itself at any instant.
      long most = Long.parseLong(arguments[2]);
      if (most > 0) {
        Thread.ofPlatform().daemon().start(() -> dieWithin(most));
      }
      ScanOutcome outcome =
          driver.scan(
              FolderDriver.id(folder),
              ScanSettings.ARCHIVE,
              page -> write(out, hash(page.image())),
              new Cancellation());
      System.out.println(outcome);
    }
  }

  /** As if killed: no hook and no finally runs. */
  private static void dieWithin(long micros) {
    LockSupport.parkNanos(
        TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(micros)));
    Runtime.getRuntime().halt(137);
  }

  private static void write(FileChannel out, String hash) {
    try {
      out.write(ByteBuffer.wrap((hash + "\n").getBytes(StandardCharsets.US_ASCII)));
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Starts one; its output is at {@code log}. */
  static Process start(Path folder, Path accepted, long micros, Path log, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(
        List.of(
            FolderChild.class.getName(),
            folder.toString(),
            accepted.toString(),
            Long.toString(micros)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  static List<String> accepted(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
