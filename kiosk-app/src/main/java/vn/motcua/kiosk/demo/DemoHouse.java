package vn.motcua.kiosk.demo;

import java.nio.file.Path;
import java.util.List;
import vn.motcua.kiosk.desk.Desks;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.paper.ScanDriver;

/** A data folder that is open for the demonstration. */
public interface DemoHouse extends AutoCloseable {
  /** Opens a folder over the demonstration's devices. */
  @FunctionalInterface
  interface Opener {
    DemoHouse open(
        Path folder, List<CardReaders> cards, List<BarcodeReader> codes, List<ScanDriver> scanners)
        throws FaultException;
  }

  Desks desks();

  DossierStore store();

  /** What the terminal is called at the counter. */
  String terminal();

  /** The counter's number. */
  String counter();

  List<String> officers();

  @Override
  void close();
}
