package vn.motcua.kiosk.ui.counter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import vn.motcua.scanner.FaultException;

/**
 * Opens a file with the program that the system has for it. The only place here that knows systems
 * apart; {@code java.awt.Desktop} is avoided because a second toolkit beside JavaFX may hang.
 */
final class FileOpener {
  private FileOpener() {}

  /**
   * Blocks until the system has taken the file.
   *
   * @throws FaultException if it does not
   */
  static void open(Path file) throws FaultException {
    String path = file.toAbsolutePath().toString();
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", path)
            : system.contains("mac") ? List.of("open", path) : List.of("xdg-open", path);
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      // xdg-open may stay as long as the viewer does; a refusal comes at once.
      if (started.waitFor(5, TimeUnit.SECONDS) && started.exitValue() != 0) {
        throw new FaultException(new CounterFault.CannotOpen());
      }
    } catch (IOException e) {
      throw new FaultException(new CounterFault.CannotOpen(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new CounterFault.CannotOpen(), e);
    }
  }
}
