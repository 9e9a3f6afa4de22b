package vn.motcua.scanner.barcode.wedge;

import java.nio.charset.StandardCharsets;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.BarcodeReaderContract;
import vn.motcua.scanner.barcode.BarcodeReaderFixture;

/** Key events as a reader makes them, 3 ms apart; real ones are tested where there are windows. */
class WedgeBarcodeContractTest extends BarcodeReaderContract {
  @Override
  protected BarcodeReaderFixture plug() {
    return new BarcodeReaderFixture() {
      private final WedgeBarcodeReader reader = new WedgeBarcodeReader();
      private final WedgeDecoder<String> decoder = new WedgeDecoder<>(WedgeTiming.DEFAULT);
      private long nanos;

      @Override
      public BarcodeReader reader() {
        return reader;
      }

      @Override
      public void present(byte[] code) {
        new String(code, StandardCharsets.UTF_8)
            .codePoints()
            .forEach(c -> stroke(Character.toString(c), WedgeKey.TEXT));
        stroke("\r", WedgeKey.END);
        nanos += 1_000_000_000;
      }

      private void stroke(String text, WedgeKey kind) {
        nanos += 3_000_000;
        act(decoder.pressed("press", text, kind, nanos));
        act(decoder.typed("typed", text, nanos));
        act(decoder.released("release", text, nanos));
      }

      private void act(WedgeDecision<String> decision) {
        decision.scan().ifPresent(reader::scanned);
      }

      @Override
      public boolean carriesBytes() {
        return false;
      }

      @Override
      public boolean canBeUnplugged() {
        return false;
      }

      @Override
      public void close() {
        reader.close();
      }
    };
  }
}
