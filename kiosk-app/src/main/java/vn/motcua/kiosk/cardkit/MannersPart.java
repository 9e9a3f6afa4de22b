package vn.motcua.kiosk.cardkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.EndOfFile;
import vn.motcua.scanner.chip.simulated.PaceOffer;

/** {@code access} and {@code manners}: how the card lets somebody in, and how it answers. */
final class MannersPart {
  private MannersPart() {}

  static void readAccess(StrictJson access, CardBuilder builder) throws WrongProfile {
    Optional<String> can = access.text("can");
    if (can.isPresent() && !can.get().matches("[0-9]{6}")) {
      throw access.wrong("can", "must have six digits");
    }
    can.ifPresent(builder::can);
    if (!access.flag("canWorks", true)) {
      builder.noCan();
    }
    if (!access.flag("mrzWorks", true)) {
      builder.noMrz();
    }
    if (!access.flag("bac", true)) {
      builder.noBac();
    }
    if (access.flag("open", false)) {
      builder.open();
    }
    access.number("tries", 1, 15).ifPresent(builder::tries);
    Optional<List<String>> offers = access.texts("pace");
    if (offers.isPresent()) {
      List<PaceOffer> read = new ArrayList<>();
      for (String offer : offers.get()) {
        read.add(offer(access, offer));
      }
      builder.pace(read.toArray(PaceOffer[]::new));
    }
    access.hex("cardAccess").ifPresent(builder::cardAccess);
  }

  private static PaceOffer offer(StrictJson access, String text) throws WrongProfile {
    String[] parts = text.strip().split("\\s+");
    try {
      if (parts.length == 3) {
        return new PaceOffer(
            PaceOffer.Mapping.valueOf(parts[0]),
            ChipCipher.valueOf(parts[1]),
            Integer.parseInt(parts[2]));
      }
    } catch (IllegalArgumentException refused) {
      throw access.wrong("pace", text + ": " + refused.getMessage());
    }
    throw access.wrong("pace", "must be texts like ECDH_GM AES_128 13");
  }

  static void readManners(StrictJson manners, CardBuilder builder) throws WrongProfile {
    Optional<byte[]> refusal = manners.hex("noShortFileIds");
    if (refusal.isPresent()) {
      if (refusal.get().length != 2) {
        throw manners.wrong("noShortFileIds", "must be a status word like 6A86");
      }
      builder.noShortFileIds((refusal.get()[0] & 0xFF) << 8 | (refusal.get()[1] & 0xFF));
    }
    if (manners.flag("shortApdusOnly", false)) {
      builder.shortApdusOnly();
    }
    manners.number("largestAnswer", 1, 65_536).ifPresent(builder::largestAnswer);
    manners.choice("endOfFile", EndOfFile.class).ifPresent(builder::endOfFile);
    if (manners.flag("selectMasterFile", false)) {
      builder.selectMasterFileWorks();
    }
    switch (manners.text("fingerprints").orElse("refused")) {
      case "refused" -> {}
      case "listed" -> builder.fingerprints();
      case "none" -> builder.noFingerprints();
      default -> throw manners.wrong("fingerprints", "must be refused, listed or none");
    }
  }
}
