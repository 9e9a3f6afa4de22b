package vn.motcua.scanner.barcode.hidpos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaderContract;
import vn.motcua.scanner.barcode.BarcodeReaderFixture;

/** Reports in the standard's format, replayed through a pipe: there is no device to test with. */
class HidPosBarcodeContractTest extends BarcodeReaderContract {
  @TempDir private Path folder;

  @Override
  protected BarcodeReaderFixture plug() throws Exception {
    return new Fixture(folder);
  }

  private static final class Fixture implements BarcodeReaderFixture {
    private final Path path;
    private final HidPosBarcodeReader reader;
    private HidPipe pipe;

    Fixture(Path folder) throws Exception {
      path = folder.resolve("hidraw0");
      Path descriptor = Files.write(folder.resolve("descriptor"), Descriptors.COUNTED);
      reader =
          new HidPosBarcodeReader(
              new HidPosSettings(
                  Optional.of(path.toString()), Optional.of(descriptor), Duration.ofMillis(50)));
      pipe = new HidPipe(path);
    }

    @Override
    public BarcodeReader reader() {
      return reader;
    }

    @Override
    public void present(byte[] code) throws Exception {
      for (int at = 0; at < code.length; at += 56) {
        byte[] part = Arrays.copyOfRange(code, at, Math.min(code.length, at + 56));
        pipe.write(Descriptors.counted(part, "]Q1", at + 56 < code.length));
      }
    }

    @Override
    public void unplug() throws Exception {
      pipe.close();
    }

    @Override
    public void plugIn() throws Exception {
      pipe = new HidPipe(path);
    }

    @Override
    public void close() throws Exception {
      reader.close();
      pipe.close();
    }
  }
}
