package vn.motcua.scanner.barcode.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaderContract;
import vn.motcua.scanner.barcode.BarcodeReaderFixture;

/** On a real pseudo-terminal. */
class SerialBarcodeContractTest extends BarcodeReaderContract {
  @TempDir private Path folder;

  @Override
  protected BarcodeReaderFixture plug() throws IOException {
    return new Fixture(folder.resolve("reader"));
  }

  private static final class Fixture implements BarcodeReaderFixture {
    private final Path device;
    private final SerialBarcodeReader reader;
    private PseudoTerminal terminal = new PseudoTerminal();

    Fixture(Path device) throws IOException {
      this.device = device;
      Files.createSymbolicLink(device, terminal.path());
      this.reader =
          new SerialBarcodeReader(
              new SerialSettings(
                  device.toString(), 9600, SerialSettings.SILENCE, Duration.ofMillis(50)));
    }

    @Override
    public BarcodeReader reader() {
      return reader;
    }

    @Override
    public void present(byte[] code) {
      terminal.write(code);
      terminal.write(new byte[] {'\r'});
    }

    @Override
    public Duration silence() {
      return SerialSettings.SILENCE.multipliedBy(12);
    }

    @Override
    public void unplug() throws IOException {
      Files.delete(device);
      terminal.close();
    }

    @Override
    public void plugIn() throws IOException {
      terminal = new PseudoTerminal();
      Files.createSymbolicLink(device, terminal.path());
    }

    @Override
    public void close() {
      reader.close();
      terminal.close();
    }
  }
}
