package vn.motcua.scanner.chip.tr03105;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** LDS_B: DG1, properly signed in each case; in TD1, which the citizen card has, and in TD3. */
class ZoneTest extends Unit {
  static Stream<Case> cases() {
    return Stream.of(
            both("LDS_B_01", z -> {}),
            both("LDS_B_02", z -> z.names = "DINH<<T"),
            both("LDS_B_03", z -> z.names = "DINH"),
            Stream.of(
                new Case(
                    "LDS_B_04",
                    "TD3",
                    zone(
                        z -> {
                          z.optional = "";
                          z.filler = "0";
                        },
                        Zone::td3))),
            file("LDS_B_05", dg1 -> Bytes.retagged(dg1, 0x62)),
            file("LDS_B_06", dg1 -> Bytes.relengthed(dg1, -1)),
            file("LDS_B_07", dg1 -> Bytes.relengthed(dg1, 1)),
            both("LDS_B_08", z -> z.code = "XX"),
            both("LDS_B_09", z -> z.state = "V1M"),
            both("LDS_B_10", z -> z.names = ""),
            both("LDS_B_13", z -> z.wrong = "n"),
            both("LDS_B_14", z -> z.nationality = "V1M"),
            both("LDS_B_15", z -> z.birth = "91O312"),
            both("LDS_B_16", z -> z.birth = "911312"),
            both("LDS_B_17", z -> z.wrong = "b"),
            both("LDS_B_18", z -> z.sex = "A"),
            both("LDS_B_19", z -> z.expiry = "31O312"),
            both("LDS_B_20", z -> z.expiry = "310231"),
            both("LDS_B_21", z -> z.wrong = "e"),
            Stream.of(new Case("LDS_B_22", "TD3", zone(z -> z.wrong = "o", Zone::td3))),
            both("LDS_B_23", z -> z.wrong = "c"),
            Case.forms(
                "LDS_B_24",
                dg1(Bytes.tlv(0x61, Bytes.tlv(0x5F20, Bytes.ascii(new Zone().td1())))),
                dg1(Bytes.hex("6100"))),
            both("LDS_B_25", z -> z.birth = "9103<<"),
            both("LDS_B_26", z -> z.birth = "91<<12"),
            both("LDS_B_27", z -> z.birth = "<<0312"),
            both("LDS_B_28", z -> z.birth = "<<<<<<"),
            both("MC_NO_EXPIRY", z -> z.expiry = "991231"),
            Stream.of(
                // DG13 is the data page's twin in the chip.
                Case.of("LDS_B_12", Base.card(b -> b.group(1, Zone.dg1(other().td1()))))))
        .flatMap(cases -> cases);
  }

  private static Zone other() {
    Zone zone = new Zone();
    zone.optional = "051191407264";
    return zone;
  }

  private static java.util.function.Supplier<Inspection> dg1(byte[] file) {
    return Base.card(b -> b.withoutGroup(13).group(1, file));
  }

  private static java.util.function.Supplier<Inspection> zone(
      Consumer<Zone> change, java.util.function.Function<Zone, String> form) {
    Zone zone = new Zone();
    change.accept(zone);
    return dg1(Zone.dg1(form.apply(zone)));
  }

  private static Stream<Case> both(String id, Consumer<Zone> change) {
    return Stream.of(
        new Case(id, "TD1", zone(change, Zone::td1)), new Case(id, "TD3", zone(change, Zone::td3)));
  }

  private static Stream<Case> file(String id, UnaryOperator<byte[]> change) {
    return Stream.of(new Case(id, "TD1", dg1(change.apply(Zone.dg1(new Zone().td1())))));
  }
}
