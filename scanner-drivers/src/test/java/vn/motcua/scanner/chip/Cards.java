package vn.motcua.scanner.chip;

import java.util.function.UnaryOperator;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Cards that misbehave. */
final class Cards {
  private Cards() {}

  /** What becomes of one answer. */
  interface Tamper {
    /**
     * @param n number of the exchange since the last reset, from 1
     */
    byte[] answer(int n, byte[] command, byte[] genuine);
  }

  /** A genuine card whose answers somebody changes on their way. */
  static VirtualCard tampered(VirtualCard genuine, Tamper tamper) {
    return new VirtualCard() {
      private int n;

      @Override
      public byte[] atr() {
        return genuine.atr();
      }

      @Override
      public void reset() {
        n = 0;
        genuine.reset();
      }

      @Override
      public byte[] process(byte[] command) {
        return tamper.answer(++n, command, genuine.process(command));
      }
    };
  }

  /** A card that answers everything by the same rule. */
  static VirtualCard answering(UnaryOperator<byte[]> rule) {
    return tampered(SimulatedCitizens.a().card(), (n, command, genuine) -> rule.apply(command));
  }

  /** A bank card: it knows neither our files nor our application. */
  static VirtualCard bank() {
    return answering(command -> command[1] == (byte) 0xA4 ? status(0x6A82) : status(0x6D00));
  }

  static byte[] status(int status) {
    return new byte[] {(byte) (status >> 8), (byte) status};
  }
}
