package vn.motcua.scanner.chip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A real pcscd with the virtual reader of vpcd on free ports, for one test class at a time on this
 * machine: its socket has a fixed place, so a file lock keeps other test runs waiting. Ends only
 * the pcscd that it started itself.
 */
public final class Pcscd implements AutoCloseable {
  private static final int USUAL_PORT = 35963;

  /** Connections that pcscd grants to one context; 200 unless it is told otherwise. */
  static final String HANDLES = "8";

  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path LOCK = Path.of("/tmp/motcua-pcscd-test.lock");
  private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");

  private final RandomAccessFile lockFile;
  private final FileLock lock;
  private final Path configuration;
  private final Path log;
  private final int port;
  private final PcscService witness = new PcscService();
  private @Nullable Process process;

  private Pcscd(RandomAccessFile lockFile, FileLock lock) throws IOException {
    this.lockFile = lockFile;
    this.lock = lock;
    this.configuration = Files.createTempDirectory("reader.conf.d");
    this.log = configuration.resolveSibling(configuration.getFileName() + ".log");
    this.port = freePorts();
    configure("Virtual PCD", port);
  }

  private void configure(String name, int firstPort) throws IOException {
    Files.writeString(
        configuration.resolve(name.replace(' ', '-')),
        """
        FRIENDLYNAME "%s"
        DEVICENAME   /dev/null:0x%X
        LIBPATH      %s
        CHANNELID    0x%X
        """
            .formatted(name, firstPort, DRIVER, firstPort));
  }

  /** Two more readers after the next {@link #launch()}. */
  void plug(String name) throws IOException {
    configure(name, freePorts());
  }

  /** They are gone after the next {@link #launch()}. */
  void unplug(String name) throws IOException {
    Files.deleteIfExists(configuration.resolve(name.replace(' ', '-')));
  }

  /** Starts it; fails with the name of the Debian package that is missing, if one is. */
  public static Pcscd start() throws Exception {
    need(PROGRAM, "pcscd");
    need(DRIVER, "vsmartcard-vpcd");
    RandomAccessFile file = new RandomAccessFile(LOCK.toFile(), "rw");
    Pcscd pcscd = new Pcscd(file, file.getChannel().lock());
    if (!answers()) {
      pcscd.launch();
    } else if (!listens(USUAL_PORT)) {
      pcscd.close();
      throw new IllegalStateException(
          "a pcscd without vpcd is running that this test did not start; stop it (systemctl stop"
              + " pcscd.socket pcscd) and run the tests again");
    }
    return pcscd;
  }

  private static void need(Path file, String debianPackage) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("install the Debian package " + debianPackage);
    }
  }

  /** The port where a card connects to the first slot. */
  public int port() {
    return process == null ? USUAL_PORT : port;
  }

  /** The port of the second slot. */
  int secondPort() {
    return port() + 1;
  }

  /** Gives up the test if the service is somebody else's: it is used then, but never stopped. */
  void mustBeOurs() {
    if (process == null) {
      throw new TestAbortedException("somebody else's pcscd is running: it is not ours to stop");
    }
  }

  /** Starts the service again after {@link #stop()}. */
  void launch() throws Exception {
    Files.createDirectories(SOCKET.getParent());
    process =
        new ProcessBuilder(PROGRAM.toString(), "-f", "-c", configuration.toString(), "-s", HANDLES)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Eventually.so("pcscd answers", () -> answers() && listens(port));
  }

  /** Stops the service as an administrator would. */
  void stop() throws Exception {
    mustBeOurs();
    Process own = Objects.requireNonNull(process);
    own.destroy();
    if (!own.waitFor(10, TimeUnit.SECONDS)) {
      own.destroyForcibly().waitFor();
    }
    Eventually.so("pcscd is gone", () -> !answers());
  }

  /** The same, for a card that does it while it is read. */
  void stopQuietly() {
    try {
      stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits until the service has counted the removal of the last card. It calls a reader empty at
   * once whose card failed a reset, but looks for cards every 400 ms only: it would take one that
   * is put there meanwhile for the one that left, and tell nobody. Open {@link PcscReaders} see
   * through that; those that are opened anew in the same moment, as by the next test, cannot.
   */
  void settle(String reader) throws Exception {
    if (changes(reader) % 2 == 0) {
      return; // as often off as on
    }
    // Comes like a card and does not answer: it is put off by the look that finds nothing.
    try (Socket nothing = new Socket("127.0.0.1", port())) {
      nothing.shutdownOutput();
      nothing.getInputStream().readAllBytes();
    }
  }

  /** Through one context for as long as the service runs: it grants 200 to a whole process. */
  private long changes(String reader) throws Exception {
    try {
      return witness.presence(witness.terminal(reader)).changes();
    } catch (CardException startedAgain) {
      witness.forget(reader);
      return witness.presence(witness.terminal(reader)).changes();
    }
  }

  @Override
  public void close() throws Exception {
    try {
      if (process != null && process.isAlive()) {
        stop();
      }
      unplug("Virtual PCD");
      Files.deleteIfExists(configuration);
    } finally {
      releaseLock();
    }
  }

  private void releaseLock() throws IOException {
    lock.release();
    lockFile.close();
  }

  private static boolean answers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException no) {
      return false;
    }
  }

  private static boolean listens(int port) {
    // Looks into the kernel's table: connecting would put a card on the reader.
    try {
      String hex = ":%04X ".formatted(port);
      return (Files.readString(Path.of("/proc/net/tcp"))
              + (Files.exists(Path.of("/proc/net/tcp6"))
                  ? Files.readString(Path.of("/proc/net/tcp6"))
                  : ""))
          .lines()
          .anyMatch(line -> line.contains(hex) && line.contains(" 0A "));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A free port whose neighbour is free too: vpcd takes one for each of its two slots. Not from the
   * range that the system gives to whoever wants any port (32768 and above on Linux, or the cards'
   * own connections): somebody could get one of them while the service is down for a moment.
   */
  private static int freePorts() throws IOException {
    for (int i = 0; i < 50; i++) {
      int port = 20_000 + 2 * ThreadLocalRandom.current().nextInt(6_000);
      try (ServerSocket first = new ServerSocket(port);
          ServerSocket second = new ServerSocket(port + 1)) {
        if (first.isBound() && second.isBound()) {
          return port;
        }
      } catch (IOException taken) {
        // Try another pair.
      }
    }
    throw new IOException("no two free ports");
  }
}
