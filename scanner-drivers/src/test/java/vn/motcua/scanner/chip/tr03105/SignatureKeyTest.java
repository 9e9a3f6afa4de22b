package vn.motcua.scanner.chip.tr03105;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.motcua.scanner.chip.simulated.ActiveKey;

/** LDS_I: DG15, properly signed in each case, with a structure that is wrong. */
class SignatureKeyTest extends Unit {
  private static final class Key {
    static final ActiveKey ONE = ActiveKey.rsa(1024, "SHA-1");
  }

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("LDS_I_01", file(dg15 -> Bytes.retagged(dg15, 0x70))),
        Case.of("LDS_I_02", file(dg15 -> Bytes.relengthed(dg15, -1))),
        Case.of("LDS_I_03", file(dg15 -> Bytes.relengthed(dg15, 1))),
        Case.of("MC_DG15_NO_KEY", file(dg15 -> Bytes.tlv(0x6F, Bytes.hex("3000")))));
  }

  private static Supplier<Inspection> file(UnaryOperator<byte[]> change) {
    return Base.card(b -> b.chipKeys().activeKey(Key.ONE).group(15, change.apply(Key.ONE.dg15())));
  }
}
