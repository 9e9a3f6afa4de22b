package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A named pipe in the place of a device: what is written to it is read as reports. */
final class HidPipe implements AutoCloseable {
  private final Path path;
  private final OutputStream out;

  /** Makes the pipe and opens its writing end; a reader must be looking for it. */
  HidPipe(Path path) throws IOException, InterruptedException {
    this.path = path;
    Process made = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    if (!made.waitFor(20, TimeUnit.SECONDS) || made.exitValue() != 0) {
      throw new AssertionError("mkfifo");
    }
    this.out = Files.newOutputStream(path); // waits until the reader has opened it
  }

  void write(byte[] report) throws IOException {
    out.write(report);
    out.flush();
  }

  /** The device is gone: its name first, so that nobody opens it again. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    out.close();
  }
}
