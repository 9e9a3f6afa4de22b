package vn.motcua.scanner.chip.tr03105;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.ChipKey;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** ISO7816_D: chip authentication. */
class ChipAuthenticationTest extends Unit {
  private static final ChipKey EC = Base.CHIP_KEY;
  private static final ChipKey EC_384 = ChipKey.ec("secp384r1", ChipCipher.AES_256);
  private static final ChipKey EC_224 = ChipKey.ec("brainpoolP224r1", ChipCipher.TRIPLE_DES);

  static Stream<Case> cases() {
    return Stream.of(
            IntStream.range(0, 3)
                .mapToObj(id ->
                    new Case(
                        "ISO7816_D_01",
                        "parameters " + id,
                        keys(ChipKey.dh(id, ChipCipher.values()[id])))),
            Stream.of(ChipCipher.values())
                .map(cipher ->
                    new Case(
                        "ISO7816_D_02",
                        cipher.toString(),
                        keys(ChipKey.ec("brainpoolP256r1", cipher)))),
            Stream.of(
                Case.of("ISO7816_D_03", keys(EC.withId(5))),
                Case.of("ISO7816_D_04", keys(EC.withId(1), EC_384.withId(2))),
                Case.of("ISO7816_D_05", keys(EC.withId(1), EC_384.withId(2), EC_224.withId(3))),
                Case.of("ISO7816_D_06", told(Infos.dg14(EC.withId(9)), EC.withId(1))),
                Case.of("ISO7816_D_09", keys(EC.impostor())),
                Case.of("ISO7816_D_10", ChipAuthenticationTest::twice),
                Case.of("ISO7816_D_13", () -> told(otherId(), EC.withId(1)).get()),
                Case.of("ISO7816_D_14", keys(ChipKey.dh(2, ChipCipher.AES_256))),
                Case.of("MC_CA_KEY_ALONE", keys(EC.withoutInfo())),
                Case.of("MC_CA_DH_COPY", keys(ChipKey.dh(0, ChipCipher.AES_128).impostor()))),
            Stream.of(0x6A80, 0x6A88, 0x6982, 0x6300, 0x6F00)
                .map(status ->
                    new Case(
                        "ISO7816_D_15",
                        Integer.toHexString(status),
                        () -> Inspection.of(refusing(status)))),
            BadChipKeys.cases())
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> keys(ChipKey... keys) {
    return Base.card(b -> b.chipKeys(keys));
  }

  /** DG14, signed, says something else than what the chip has. */
  static Supplier<Inspection> told(byte[] dg14, ChipKey has) {
    return Base.card(b -> b.chipKeys(has).group(14, dg14));
  }

  /** The key's identifier is 1, that of the protocol 2. */
  private static byte[] otherId() {
    var mine = Infos.of(Infos.dg14(EC.withId(1)));
    var other = Infos.of(Infos.dg14(EC.withId(2)));
    return Infos.dg14(
        List.of(
            mine.stream()
                .filter(i -> Infos.oid(i).startsWith(Infos.CHIP_PUBLIC_KEY))
                .findFirst()
                .orElseThrow(),
            other.stream()
                .filter(i -> Infos.oid(i).startsWith(Infos.CHIP_AUTHENTICATION))
                .findFirst()
                .orElseThrow()));
  }

  private static VirtualCard refusing(int status) {
    return Base.tampered(
        Base.bac().chipKeys(EC.withId(1)).build(),
        (command, answer) ->
            command[0] == 0x0C && command[1] == 0x22 ? Bytes.status(status) : answer);
  }

  /** One card read twice: the terminal's key must be another one each time. */
  private static Inspection twice() {
    Set<List<Byte>> sent = ConcurrentHashMap.newKeySet();
    BacSession listener = new BacSession();
    VirtualCard card =
        Base.tampered(
            Base.bac().build(),
            (command, answer) -> {
              if (command[1] == (byte) 0x82) {
                listener.listen(command, answer);
              } else if (command[1] == (byte) 0x86) {
                byte[] data = listener.data(command);
                if (data[0] != 0x7C) {
                  throw new AssertionError("not deciphered");
                }
                sent.add(boxed(data));
              }
              return answer;
            });
    Inspection inspection = Inspection.of(card);
    inspection.run();
    Set<List<Byte>> first = new HashSet<>(sent);
    return inspection.afterwards(
        () -> first.size() == 1 && sent.size() == 2, "the same key was sent twice");
  }

  private static List<Byte> boxed(byte[] data) {
    Byte[] all = new Byte[data.length];
    Arrays.setAll(all, i -> data[i]);
    return List.of(all);
  }
}
