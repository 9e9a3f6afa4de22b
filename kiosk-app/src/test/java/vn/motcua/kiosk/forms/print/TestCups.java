package vn.motcua.kiosk.forms.print;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real cupsd of the test's own: own folder, own port, own backend as printer. It ends with the
 * test and never sees the machine's own CUPS.
 */
public final class TestCups implements AutoCloseable {
  private static final Path CUPSD = Path.of("/usr/sbin/cupsd");

  private final Path folder;
  private final int port;
  private Process process;

  private TestCups(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts it with one printer that writes what it prints into {@link #printed}. */
  public static TestCups start(Path folder) throws Exception {
    Path root = Files.createDirectories(folder.resolve("root"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String each : List.of("backend", "cgi-bin", "driver", "filter", "monitor", "notifier")) {
      Files.createDirectories(bin.resolve(each));
    }
    for (String each :
        List.of("spool", "spool/tmp", "cache", "run", "log", "printed", "root/ppd")) {
      Files.createDirectories(folder.resolve(each));
    }
    // What starts backends; nothing else of the machine's CUPS is used.
    Path starter = Files.createDirectories(bin.resolve("daemon")).resolve("cups-exec");
    Files.copy(
        Path.of("/usr/lib/cups/daemon/cups-exec"), starter, StandardCopyOption.COPY_ATTRIBUTES);
    // A printer with a paper tray: without paper it says so and waits; the job goes on afterwards.
    Path backend = bin.resolve("backend/tray");
    Files.writeString(
        backend,
        """
        #!/bin/sh
        [ $# -eq 0 ] && { echo 'direct tray:/ "Unknown" "tray"'; exit 0; }
        while [ -e %1$s/no-paper ]; do echo 'STATE: +media-empty-warning' >&2; sleep 0.2; done
        echo 'STATE: -media-empty-warning' >&2
        if [ $# -ge 6 ]; then cat "$6" > %1$s/part; else cat > %1$s/part; fi
        mv %1$s/part "%1$s/printed/$1-$3.pdf"
        """
            .formatted(folder));
    // A backend that nobody else may read runs as the user of cupsd, who made these folders.
    Files.setPosixFilePermissions(backend, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        root.resolve("ppd/tray.ppd"),
        """
        *PPD-Adobe: "4.3"
        *FormatVersion: "4.3"
        *FileVersion: "1.0"
        *LanguageVersion: English
        *LanguageEncoding: ISOLatin1
        *PCFileName: "TRAY.PPD"
        *Manufacturer: "Test"
        *Product: "(Tray)"
        *ModelName: "Tray"
        *ShortNickName: "Tray"
        *NickName: "Tray"
        *PSVersion: "(3010.000) 0"
        *cupsFilter2: "application/pdf application/pdf 0 -"
        *DefaultPageSize: A4
        *PageSize A4/A4: ""
        *DefaultPageRegion: A4
        *PageRegion A4/A4: ""
        *DefaultImageableArea: A4
        *ImageableArea A4: "0 0 595 842"
        *DefaultPaperDimension: A4
        *PaperDimension A4: "595 842"
        """);
    Files.writeString(
        root.resolve("printers.conf"),
        """
        <Printer tray>
        Info tray
        DeviceURI tray:/
        State Idle
        Accepting Yes
        Shared No
        ErrorPolicy retry-job
        </Printer>
        """);
    int port = freePort();
    Files.writeString(
        root.resolve("cupsd.conf"),
        """
        Listen 127.0.0.1:%d
        Browsing Off
        DefaultAuthType None
        LogLevel info
        MaxLogSize 0
        PreserveJobHistory Yes
        <Location />
        Order allow,deny
        Allow all
        </Location>
        <Policy default>
        <Limit All>
        Order deny,allow
        </Limit>
        </Policy>
        """
            .formatted(port));
    Files.writeString(
        root.resolve("cups-files.conf"),
        """
        ServerRoot %1$s/root
        ServerBin %1$s/bin
        RequestRoot %1$s/spool
        TempDir %1$s/spool/tmp
        CacheDir %1$s/cache
        StateDir %1$s/run
        AccessLog %1$s/log/access
        ErrorLog %1$s/log/error
        PageLog %1$s/log/page
        FileDevice Yes
        Printcap %1$s/printcap
        FatalErrors none
        """
            .formatted(folder));
    TestCups cups = new TestCups(folder, port, run(folder));
    cups.awaitUp();
    return cups;
  }

  private static Process run(Path folder) throws IOException {
    return new ProcessBuilder(
            CUPSD.toString(),
            "-f",
            "-c",
            folder.resolve("root/cupsd.conf").toString(),
            "-s",
            folder.resolve("root/cups-files.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log/out").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitUp() throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IOException("cupsd does not start: " + Files.readString(folder.resolve("log/out")));
  }

  public URI printer() {
    return URI.create("ipp://127.0.0.1:" + port + "/printers/tray");
  }

  public void paper(boolean there) throws IOException {
    Path none = folder.resolve("no-paper");
    if (there) {
      Files.deleteIfExists(none);
    } else {
      Files.writeString(none, "");
    }
  }

  /** What came out of the printer. */
  public List<Path> printed() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("printed"))) {
      return all.sorted().toList();
    }
  }

  /** Ends and starts it again, with its jobs. */
  public void stop() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  public void again() throws Exception {
    process = run(folder);
    awaitUp();
  }

  @Override
  public void close() throws Exception {
    paper(true);
    stop();
  }
}
