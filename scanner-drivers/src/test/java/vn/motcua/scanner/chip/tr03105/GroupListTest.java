package vn.motcua.scanner.chip.tr03105;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** LDS_A: EF.COM. */
class GroupListTest extends Unit {
  private static final String LDS = "5f010430313037";
  private static final String UNICODE = "5f3606303430303030";
  private static final String TAGS = "5c04616d6e63";

  static Stream<Case> cases() {
    byte[] good = file(LDS, UNICODE, TAGS);
    return Stream.of(
        Case.of("LDS_A_01", com(Bytes.retagged(good, 0x61))),
        Case.of("LDS_A_02", com(Bytes.relengthed(good, -1))),
        Case.of("LDS_A_03", com(Bytes.relengthed(good, 1))),
        Case.of("LDS_A_04", com(file("5f010430333030", UNICODE, TAGS))),
        Case.of("LDS_A_05", com(file(UNICODE, TAGS))),
        Case.of("LDS_A_06", com(file(LDS, "5f3606303530303030", TAGS))),
        Case.of("LDS_A_07", com(file(LDS, TAGS))),
        Case.of("LDS_A_08", com(file(LDS, UNICODE, "5c036d6e63"))),
        Case.of("LDS_A_09", com(file(LDS, UNICODE))),
        Case.of("LDS_A_10", com(file("5f010430313038", UNICODE, TAGS))),
        Case.of("MC_COM_TRUE", com(good)),
        Case.of("MC_COM_ABSENT", Base.card(b -> b.withoutFile(0x011E))));
  }

  private static byte[] file(String... parts) {
    return Bytes.tlv(0x60, Bytes.hex(String.join("", parts)));
  }

  private static Supplier<Inspection> com(byte[] file) {
    return Base.card(b -> b.file(0x011E, file));
  }
}
