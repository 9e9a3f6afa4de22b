package vn.motcua.kiosk.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.sane.SaneConfig;
import vn.motcua.scanner.paper.sane.SaneDriver;
import vn.motcua.scanner.paper.sane.SaneHost;
import vn.motcua.scanner.paper.sane.SaneTimeouts;

/**
 * A saned of its own whose pnm backend replays the page; beside it {@code scanimage}, straight on
 * the same backend without a daemon between, writing a JPEG. Its own start is measured apart.
 */
final class SaneRoute implements ScanRoute {
  private static final double GOAL = 100;
  private static final String DEVICE = "pnm:0";
  private static final List<Path> DAEMONS =
      List.of(Path.of("/usr/sbin/saned"), Path.of("/usr/bin/saned"));

  private final Path folder;
  private final Process daemon;
  private final SaneDriver driver;
  private final ScannerId id;

  SaneRoute(Path folder, BenchPage page) throws IOException, FaultException, InterruptedException {
    this.folder = folder;
    Path program =
        DAEMONS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new FaultException(new BenchFault.CannotMeasure(), "no saned"));
    Path picture = folder.resolve("page.pnm");
    page.pixmap(picture);
    Files.writeString(folder.resolve("dll.conf"), "pnm\n");
    Files.writeString(folder.resolve("saned.conf"), "127.0.0.1\nlocalhost\n");
    SaneHost host = new SaneHost("127.0.0.1", freePort());
    ProcessBuilder start =
        new ProcessBuilder(
            program.toString(), "-l", "-e", "-b", host.host(), "-p", Integer.toString(host.port()));
    start.environment().put("SANE_CONFIG_DIR", folder.toString());
    daemon = start.redirectErrorStream(true).redirectOutput(discard()).start();
    awaitListening(host);
    id = SaneDriver.id(host, DEVICE);
    driver =
        new SaneDriver(
            new SaneConfig(
                List.of(host),
                SaneTimeouts.DEFAULT,
                Map.of(DEVICE, Map.of("filename", picture.toString()))));
  }

  private static ProcessBuilder.Redirect discard() {
    return ProcessBuilder.Redirect.DISCARD;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void awaitListening(SaneHost host) throws FaultException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (daemon.isAlive() && System.nanoTime() < end) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host.host(), host.port()), 1000);
        return;
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(20); // the daemon has no other way to say that it listens
      }
    }
    close();
    throw new FaultException(new BenchFault.CannotMeasure(), "saned does not listen");
  }

  @Override
  public String name() {
    return "sane";
  }

  @Override
  public String peer() {
    return "scanimage --format=jpeg on the backend itself, its start included";
  }

  @Override
  public double goal() {
    return GOAL;
  }

  @Override
  public int ours(PageReceiver pages) throws FaultException {
    ScanOutcome outcome =
        driver.scan(
            id,
            new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 300),
            pages,
            new Cancellation());
    if (!outcome.equals(new ScanOutcome.Completed(1))) {
      throw new FaultException(new BenchFault.CannotMeasure(), outcome.toString());
    }
    return 1;
  }

  @Override
  public int theirs() throws IOException, InterruptedException, FaultException {
    ProcessBuilder start =
        new ProcessBuilder(
            "scanimage",
            "-d",
            DEVICE,
            "--filename=" + folder.resolve("page.pnm"),
            "--format=jpeg",
            "--output-file=" + folder.resolve("theirs.jpg"));
    start.environment().put("SANE_CONFIG_DIR", folder.toString());
    Process process = start.redirectErrorStream(true).redirectOutput(discard()).start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new FaultException(new BenchFault.CannotMeasure(), "scanimage");
    }
    return 1;
  }

  @Override
  public void close() {
    daemon.descendants().forEach(ProcessHandle::destroyForcibly);
    daemon.destroyForcibly();
  }
}
