package vn.motcua.scanner.chip.tr03105;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;

/** LDS_F: DG14, properly signed in each case, with a structure that is wrong. */
class SecurityOptionsTest extends Unit {
  static Stream<Case> cases() {
    return Stream.of(
        Case.of("LDS_F_01", file(dg14 -> Bytes.retagged(dg14, 0x6F))),
        Case.of("LDS_F_02", file(dg14 -> Bytes.relengthed(dg14, -1))),
        Case.of("LDS_F_03", file(dg14 -> Bytes.relengthed(dg14, 1))),
        Case.of(
            "LDS_F_04",
            infos(i -> isKey(i) ? Infos.info(Infos.CHIP_PUBLIC_KEY + "3", i.getObjectAt(1)) : i)),
        Case.of("LDS_F_05", LdsF.withoutProtocol()),
        Case.of("LDS_F_06", infos(i -> isKey(i) ? i : Infos.info(Infos.oid(i), Infos.number(10)))),
        Case.of("LDS_F_07", infos(i -> isKey(i) ? i : Infos.info(Infos.oid(i)))),
        Case.of("MC_DG14_EMPTY", file(dg14 -> Infos.dg14(List.<ASN1Encodable>of()))),
        Case.of("MC_DG14_NO_KEY", LdsF.withoutKey()));
  }

  /** DG14 with only some of its infos. */
  private static final class LdsF {
    static Supplier<Inspection> withoutProtocol() {
      return file(dg14 -> Infos.dg14(Infos.of(dg14).stream().filter(i -> isKey(i)).toList()));
    }

    static Supplier<Inspection> withoutKey() {
      return file(dg14 -> Infos.dg14(Infos.of(dg14).stream().filter(i -> !isKey(i)).toList()));
    }
  }

  private static boolean isKey(ASN1Sequence info) {
    return Infos.oid(info).startsWith(Infos.CHIP_PUBLIC_KEY);
  }

  private static Supplier<Inspection> file(UnaryOperator<byte[]> change) {
    return Base.card(b -> b.group(14, change.apply(Infos.dg14(Base.CHIP_KEY))));
  }

  private static Supplier<Inspection> infos(UnaryOperator<ASN1Sequence> change) {
    return file(dg14 -> Infos.dg14(Infos.of(dg14).stream().map(change).toList()));
  }
}
