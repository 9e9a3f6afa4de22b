package vn.motcua.scanner.chip;

import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** The contract, in one process. */
class SimulatedReadersTest extends CardReadersContract {
  private SimulatedReaders readers;

  @Override
  CardReaders open(ChipReader chips, ReaderWorker.Limits limits) {
    readers = new SimulatedReaders(chips, limits);
    return readers;
  }

  @Override
  String name() {
    return SimulatedReaders.NAME;
  }

  @Override
  void insert(VirtualCard card) {
    readers.insert(card);
  }

  @Override
  void remove() {
    readers.takeOff();
  }
}
