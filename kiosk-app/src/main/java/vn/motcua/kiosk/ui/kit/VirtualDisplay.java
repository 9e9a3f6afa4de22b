package vn.motcua.kiosk.ui.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * A screen that nobody sees, for machines without one: an Xvfb of our own, which this process then
 * uses as its display. A platform class: it knows X11 and libc, nothing else does.
 */
public final class VirtualDisplay implements AutoCloseable {
  private final Process server;
  private final String display;

  private VirtualDisplay(Process server, String display) {
    this.server = server;
    this.display = display;
  }

  /** Where Xvfb is, if it is installed (Debian package {@code xvfb}). */
  public static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, "Xvfb"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts a screen and makes it the display of this process. Must be called before the JavaFX
   * toolkit starts.
   *
   * @param width in pixels
   * @param height in pixels
   * @throws IOException if it does not start; the message says why
   */
  public static VirtualDisplay start(int width, int height) throws IOException {
    Path program =
        program().orElseThrow(() -> new IOException("Xvfb is missing: install package xvfb"));
    Process server =
        new ProcessBuilder(
                program.toString(),
                "-displayfd",
                "1",
                "-screen",
                "0",
                width + "x" + height + "x24",
                "-nolisten",
                "tcp",
                "-terminate")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // The reader stays open: closing it would break the server's standard output.
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = out.readLine();
    if (number == null) {
      server.destroy();
      throw new IOException("Xvfb ended at once");
    }
    VirtualDisplay started = new VirtualDisplay(server, ":" + number.strip());
    Runtime.getRuntime().addShutdownHook(new Thread(started::endUnlessUsed, "xvfb-end"));
    setEnvironment("DISPLAY", started.display);
    return started;
  }

  /**
   * With {@code -terminate} the server goes when its last client, this process, is gone. To kill it
   * under a toolkit that still uses it would make the toolkit end this process with an error; only
   * a server that never had a client must be ended by us.
   */
  private void endUnlessUsed() {
    try {
      Platform.runLater(() -> {});
    } catch (IllegalStateException toolkitNeverStarted) {
      server.destroy();
    }
  }

  /** Its name, for example {@code :99}. */
  public String display() {
    return display;
  }

  /** The toolkit reads the environment of the process, which Java itself cannot change. */
  private static void setEnvironment(String name, String value) throws IOException {
    Linker linker = Linker.nativeLinker();
    MemorySegment address =
        linker
            .defaultLookup()
            .find("setenv")
            .orElseThrow(() -> new IOException("this system has no setenv"));
    MethodHandle setenv =
        linker.downcallHandle(
            address,
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (failed != 0) {
        throw new IOException("setenv failed");
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  /** Ends it. Only for a display that no toolkit uses any more. */
  @Override
  public void close() {
    server.destroy();
  }
}
