package vn.motcua.kiosk.cardkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.ActiveKey;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.ChipKey;

/** {@code chip}: how the chip proves to be no copy. */
final class ChipPart {
  private ChipPart() {}

  static void read(StrictJson chip, CardBuilder builder) throws WrongProfile {
    if (chip.has("authentication")) {
      List<ChipKey> keys = new ArrayList<>();
      for (StrictJson key : chip.objects("authentication")) {
        keys.add(chipKey(key));
      }
      builder.chipKeys(keys.toArray(ChipKey[]::new));
    }
    Optional<StrictJson> active = chip.object("active");
    if (active.isPresent()) {
      builder.activeKey(activeKey(active.get()));
    }
  }

  private static ChipKey chipKey(StrictJson key) throws WrongProfile {
    List<ChipCipher> ciphers = new ArrayList<>();
    for (String name : key.texts("ciphers").orElse(List.of("AES_128"))) {
      try {
        ciphers.add(ChipCipher.valueOf(name));
      } catch (IllegalArgumentException unknown) {
        throw key.wrong("ciphers", "must be of " + List.of(ChipCipher.values()));
      }
    }
    if (ciphers.isEmpty()) {
      throw key.wrong("ciphers", "must name at least one");
    }
    ChipCipher[] all = ciphers.toArray(ChipCipher[]::new);
    Optional<Integer> dh = key.number("dh", 0, 2);
    if (dh.isPresent() && key.has("curve")) {
      throw key.wrong("dh", "cannot stand beside curve");
    }
    ChipKey made =
        dh.isPresent()
            ? ChipKey.dh(dh.get(), all)
            : key.as("curve", curve -> ChipKey.ec(curve, all), "is no curve that is known")
                .orElseGet(() -> ChipKey.ec("brainpoolP256r1", all));
    Optional<Integer> id = key.number("id", 0, Integer.MAX_VALUE);
    if (id.isPresent()) {
      made = made.withId(id.get());
    }
    if (key.flag("explicitCurve", false)) {
      made = made.withExplicitCurve();
    }
    if (!key.flag("infoInDg14", true)) {
      made = made.withoutInfo();
    }
    return key.flag("impostor", false) ? made.impostor() : made;
  }

  private static ActiveKey activeKey(StrictJson key) throws WrongProfile {
    String digest = key.text("digest").orElse("SHA-256");
    Optional<Integer> bits = key.number("rsa", 1024, 4096);
    if (bits.isPresent() && key.has("curve")) {
      throw key.wrong("rsa", "cannot stand beside curve");
    }
    ActiveKey made;
    try {
      made =
          bits.isPresent()
              ? ActiveKey.rsa(bits.get(), digest)
              : ActiveKey.ecdsa(key.text("curve").orElse("secp256r1"), digest);
    } catch (IllegalArgumentException refused) {
      throw key.wrong(bits.isPresent() ? "rsa" : "curve", String.valueOf(refused.getMessage()));
    }
    if (key.flag("explicitCurve", false)) {
      made = made.withExplicitCurve();
    }
    if (key.flag("der", false)) {
      made = made.withDerSignatures();
    }
    return key.flag("impostor", false) ? made.impostor() : made;
  }
}
