package vn.motcua.scanner.chip.tr03105;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.PaceOffer;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** ISO7816_G: PACE with a chip, or somebody in between, that does a step wrongly. */
class PaceStepsTest extends Unit {
  private static final PaceOffer EC = PaceOffer.USUAL;
  private static final PaceOffer DH = new PaceOffer(PaceOffer.Mapping.DH_GM, ChipCipher.AES_128, 0);

  static Stream<Case> cases() {
    return Stream.of(
            Case.forms("ISO7816_G_08", choosing(0x6A80), choosing(0x6A88), choosing(0x6982)),
            Stream.of(
                Case.of("ISO7816_G_09", changing(EC, 1, (asked, nonce) -> Bytes.flipped(nonce)))),
            refused("ISO7816_G_10", 1),
            Stream.of(Case.of("ISO7816_G_11", retagged(1, 0x90))),
            refused("ISO7816_G_12", 2),
            Stream.of(Case.of("ISO7816_G_13", retagged(2, 0x92))),
            Case.forms(
                "ISO7816_G_14",
                changing(EC, 2, (asked, key) -> Bytes.hex("010203")),
                changing(EC, 2, (asked, key) -> new byte[300])),
            points("ISO7816_G_16", 2),
            numbers("ISO7816_G_17", 2),
            refused("ISO7816_G_18", 3),
            Stream.of(Case.of("ISO7816_G_19", retagged(3, 0x94))),
            Case.forms(
                "ISO7816_G_20",
                changing(EC, 3, (asked, key) -> Bytes.hex("040506")),
                changing(EC, 3, (asked, key) -> new byte[300])),
            points("ISO7816_G_21", 3),
            numbers("ISO7816_G_22", 3),
            Case.forms(
                "ISO7816_G_23",
                changing(EC, 3, (asked, key) -> asked),
                changing(DH, 3, (asked, key) -> asked)),
            refused("ISO7816_G_24", 4),
            Stream.of(
                Case.of("ISO7816_G_25", retagged(4, 0x96)),
                Case.of("ISO7816_G_26", changing(EC, 4, (asked, token) -> Bytes.flipped(token)))))
        .flatMap(cases -> cases);
  }

  private static VirtualCard card(PaceOffer offer) {
    return Pace.locked(Base.pace().pace(offer).build());
  }

  private static Supplier<Inspection> choosing(int status) {
    return () ->
        Inspection.of(
                Base.tampered(
                    card(EC),
                    (command, answer) ->
                        command[0] == 0 && command[1] == 0x22 ? Bytes.status(status) : answer))
            .with(Base.CAN);
  }

  private static Stream<Case> refused(String id, int step) {
    return Stream.of(0x6300, 0x6982, 0x6A80, 0x6F00)
        .map(status ->
            new Case(
                id,
                Integer.toHexString(status),
                () -> Inspection.of(Pace.refusing(card(EC), step, status)).with(Base.CAN)));
  }

  private static Supplier<Inspection> retagged(int step, int tag) {
    return () -> Inspection.of(Pace.retagging(card(EC), step, tag)).with(Base.CAN);
  }

  private static Supplier<Inspection> changing(PaceOffer offer, int step, Pace.Change change) {
    return () -> Inspection.of(Pace.changing(card(offer), step, change)).with(Base.CAN);
  }

  /** Keys on the curve that are none: each coordinate, none, too large, too short, no point. */
  private static Stream<Case> points(String id, int step) {
    return Case.forms(
        id,
        changing(EC, step, (asked, key) -> Bytes.flipped(key, 20)),
        changing(EC, step, (asked, key) -> Bytes.flipped(key, 50)),
        changing(EC, step, (asked, key) -> new byte[1]),
        changing(EC, step, (asked, key) -> new byte[0]),
        changing(
            EC,
            step,
            (asked, key) -> {
              byte[] all = new byte[65];
              Arrays.fill(all, (byte) 0xFF);
              all[0] = 4;
              return all;
            }),
        changing(EC, step, (asked, key) -> Arrays.copyOf(key, 33)),
        changing(EC, step, (asked, key) -> Bytes.join(Bytes.hex("04"), new byte[64])));
  }

  /** Numbers that are no keys: zero, one, much too large, none. */
  private static Stream<Case> numbers(String id, int step) {
    return Case.forms(
        id,
        changing(DH, step, (asked, key) -> new byte[key.length]),
        changing(DH, step, (asked, key) -> number(1)),
        changing(DH, step, (asked, key) -> Bytes.join(Bytes.hex("FF"), key)),
        changing(DH, step, (asked, key) -> new byte[0]),
        changing(DH, step, (asked, key) -> Bytes.flipped(key)));
  }

  private static byte[] number(int n) {
    return BigIntegers.asUnsignedByteArray(128, BigInteger.valueOf(n));
  }
}
