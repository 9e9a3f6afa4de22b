package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real {@code saned} of this test's own on a free loopback port, with SANE's {@code pnm} and
 * {@code test} backends. Needs the Debian package sane-utils.
 */
public final class SaneDaemon implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/saned"), Path.of("/usr/bin/saned"), Path.of("/sbin/saned"));

  private final Path folder;
  private final SaneHost host;
  private final Process process;

  private SaneDaemon(Path folder, SaneHost host, Process process) {
    this.folder = folder;
    this.host = host;
    this.process = process;
  }

  public static SaneDaemon start() throws IOException, InterruptedException {
    Path program =
        PLACES.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() ->
                new AssertionError("saned is missing: install the Debian package sane-utils"));
    Path folder = Files.createTempDirectory("saned");
    Files.writeString(folder.resolve("dll.conf"), "pnm\ntest\n");
    Files.writeString(folder.resolve("saned.conf"), "127.0.0.1\nlocalhost\n");
    Files.writeString(
        folder.resolve("test.conf"),
        """
        number_of_devices 2
        mode Gray
        depth 8
        resolution_min 1.0
        resolution_max 1200.0
        resolution_quant 1.0
        resolution 50.0
        test-picture "Solid black"
        read-status-code "Default"
        geometry_min 0.0
        geometry_max 300.0
        geometry_quant 1.0
        """);
    AssertionError failure = new AssertionError("saned did not start");
    for (int attempt = 0; attempt < 5; attempt++) {
      SaneHost host = new SaneHost("127.0.0.1", freePort());
      Process process = launch(program, folder, host.port());
      if (answers(host, process)) {
        return new SaneDaemon(folder, host, process);
      }
      failure = new AssertionError("saned: " + Files.readString(folder.resolve("saned.log")));
      end(process);
    }
    throw failure;
  }

  private static Process launch(Path program, Path folder, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(), "-l", "-e", "-b", "127.0.0.1", "-p", Integer.toString(port));
    builder.environment().put("SANE_CONFIG_DIR", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("saned.log").toFile());
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static boolean answers(SaneHost host, Process process) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host.host(), host.port()), 1000);
        return true;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(20); // the daemon has no other way to say that it listens
      }
    }
    return false;
  }

  public SaneHost host() {
    return host;
  }

  /** Stops the daemon and whatever serves for it in their tracks, as a machine that hangs does. */
  public void freeze() throws IOException, InterruptedException {
    for (ProcessHandle each :
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList()) {
      new ProcessBuilder("kill", "-STOP", Long.toString(each.pid())).start().waitFor();
    }
  }

  @Override
  public void close() {
    end(process);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly(); // a frozen one would not hear anything gentler
    try {
      process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
