package vn.motcua.scanner.chip.tr03105;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** What the cards of the cases begin with, and what they share because making keys takes time. */
final class Base {
  static final SimulatedCardProfile A = SimulatedCitizens.a();
  static final AccessKeys BAC = AccessKeys.mrz(A.mrzKey());
  static final AccessKeys CAN = AccessKeys.can(A.can());
  static final ChipKey CHIP_KEY = ChipKey.create();

  private Base() {}

  /** A card that is opened by BAC, proves its chip, and signs a DG3 that nobody may read. */
  static CardBuilder bac() {
    return A.builder(SimulatedIssuer.shared()).noPace().fingerprints().chipKeys(CHIP_KEY);
  }

  /** The same by PACE alone. */
  static CardBuilder pace() {
    return A.builder(SimulatedIssuer.shared()).noBac().fingerprints().chipKeys(CHIP_KEY);
  }

  /** The card of {@link #bac} with a change. */
  static Supplier<Inspection> card(UnaryOperator<CardBuilder> change) {
    return () -> Inspection.of(change.apply(bac()).build());
  }

  /** Somebody between card and reader. */
  interface Tamper {
    byte[] answer(byte[] command, byte[] genuine);
  }

  /** A card whose answers somebody changes on their way. */
  static VirtualCard tampered(VirtualCard card, Tamper tamper) {
    return new VirtualCard() {
      @Override
      public byte[] atr() {
        return card.atr();
      }

      @Override
      public void reset() {
        card.reset();
      }

      @Override
      public byte[] process(byte[] command) {
        return tamper.answer(command, card.process(command));
      }
    };
  }
}
