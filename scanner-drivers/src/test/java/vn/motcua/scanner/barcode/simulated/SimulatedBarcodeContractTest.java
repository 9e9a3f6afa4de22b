package vn.motcua.scanner.barcode.simulated;

import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaderContract;
import vn.motcua.scanner.barcode.BarcodeReaderFixture;

class SimulatedBarcodeContractTest extends BarcodeReaderContract {
  @Override
  protected BarcodeReaderFixture plug() {
    SimulatedBarcodeReader reader = new SimulatedBarcodeReader();
    return new BarcodeReaderFixture() {
      @Override
      public BarcodeReader reader() {
        return reader;
      }

      @Override
      public void present(byte[] code) {
        reader.scan(code);
      }

      @Override
      public void unplug() {
        reader.unplug();
      }

      @Override
      public void plugIn() {
        reader.plugIn();
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }
}
