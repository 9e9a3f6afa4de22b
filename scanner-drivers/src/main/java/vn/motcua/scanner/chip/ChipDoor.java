package vn.motcua.scanner.chip;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.PACEInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a chip (ICAO 9303-11 §4.2): by PACE if EF.CardAccess offers it, else by BAC, with the keys
 * that are at hand.
 */
final class ChipDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ChipDoor.class);
  private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd");
  private static final int EF_CARD_ACCESS = 0x011C;

  /** How an attempt to open ended. */
  enum Opened {
    YES,
    WRONG_KEY,
    UNSUPPORTED
  }

  /**
   * One way and, for PACE, one of the variants that the chip offers.
   *
   * @param offer empty for BAC
   */
  record Try(Attempt.Way way, Optional<CardAccess.Offer> offer) {}

  private final AccessKeys keys;

  ChipDoor(AccessKeys keys) {
    this.keys = keys;
  }

  /** What fits both the keys and the chip, best first. */
  List<Try> tries(Powered power) throws LinkException, MalformedException {
    List<CardAccess.Offer> offers =
        cardAccess(power.files()).map(CardAccess::offers).orElse(List.of());
    List<Try> found = new ArrayList<>();
    if (keys.can().isPresent()) {
      offers.forEach(offer -> found.add(new Try(Attempt.Way.PACE_CAN, Optional.of(offer))));
    }
    if (keys.mrz().isPresent()) {
      offers.forEach(offer -> found.add(new Try(Attempt.Way.PACE_MRZ, Optional.of(offer))));
      found.add(new Try(Attempt.Way.BAC, Optional.empty()));
    }
    if (offers.isEmpty()) {
      found.add(new Try(Attempt.Way.PLAIN, Optional.empty()));
    }
    return found;
  }

  /** EF.CardAccess, selected directly: citizen cards answer 6D00 to a SELECT of the master file. */
  private static Optional<CardAccess> cardAccess(ChipFiles files)
      throws LinkException, MalformedException {
    try {
      Optional<byte[]> file = files.read(EF_CARD_ACCESS, 0x31, 2048);
      if (file.isEmpty()) {
        files.selectMasterFile();
        file = files.read(EF_CARD_ACCESS, 0x31, 2048);
      }
      return file.isEmpty() ? Optional.empty() : Optional.of(CardAccess.parse(file.get()));
    } catch (ChipFiles.Refused none) {
      return Optional.empty();
    }
  }

  /** Opens the chip; afterwards its eMRTD application is selected. */
  Opened open(Powered power, Try one) throws LinkException, MalformedException, Stop {
    Opened opened =
        switch (one.way()) {
          case PACE_CAN ->
              pace(power, PACEKeySpec.createCANKey(keys.can().orElseThrow()), one.offer());
          case PACE_MRZ -> pace(power, mrzPaceKey(), one.offer());
          case BAC -> bac(power);
          case PLAIN -> plain(power);
        };
    LOG.debug("opening by {}: {}", one.way().label(), opened);
    return opened;
  }

  private static Opened pace(Powered power, PACEKeySpec key, Optional<CardAccess.Offer> offered)
      throws LinkException, MalformedException, Stop {
    CardAccess.Offer offer = offered.orElseThrow();
    try {
      power
          .protocols()
          .doPACE(
              key,
              offer.oid(),
              PACEInfo.toParameterSpec(offer.parameterId()),
              BigInteger.valueOf(offer.parameterId()));
    } catch (CardServiceException | RuntimeException failed) {
      return paceFailure(power.link(), failed);
    }
    power.files().secure(power.protocols().getWrapper());
    selectApplication(power);
    return Opened.YES;
  }

  /**
   * A wrong password shows only in the last step, where the chip refuses our token (ICAO 9303-11
   * §4.4.3.4); a refusal before that says that it does not do PACE this way.
   */
  private static Opened paceFailure(Link link, Exception failed)
      throws LinkException, MalformedException {
    link.throwIfBroken();
    byte[] command = link.lastCommand();
    boolean lastStep = command.length > 7 && command[1] == (byte) 0x86 && command[7] == (byte) 0x85;
    if (isRefusal(link.lastStatus())) {
      return lastStep ? Opened.WRONG_KEY : Opened.UNSUPPORTED;
    }
    throw new MalformedException("PACE got an answer that fits no rule", failed);
  }

  private Opened bac(Powered power) throws LinkException, MalformedException, Stop {
    selectApplication(power);
    try {
      power.protocols().doBAC(bacKey());
    } catch (CardServiceException | RuntimeException failed) {
      Link link = power.link();
      link.throwIfBroken();
      byte[] command = link.lastCommand();
      boolean authenticating = command.length > 1 && command[1] == (byte) 0x82;
      if (isRefusal(link.lastStatus())) {
        return authenticating ? Opened.WRONG_KEY : Opened.UNSUPPORTED;
      }
      throw new MalformedException("BAC got an answer that fits no rule", failed);
    }
    power.files().secure(power.protocols().getWrapper());
    return Opened.YES;
  }

  private static Opened plain(Powered power) throws LinkException, MalformedException, Stop {
    selectApplication(power);
    try {
      DataGroup zone = DataGroup.ZONE;
      return power.files().read(zone.id(), zone.tag(), zone.cap()).isPresent()
          ? Opened.YES
          : Opened.UNSUPPORTED;
    } catch (ChipFiles.Refused closed) {
      return Opened.UNSUPPORTED;
    }
  }

  private static boolean isRefusal(int status) {
    int sw1 = status >> 8;
    return sw1 >= 0x62 && sw1 <= 0x6F;
  }

  /** A card that has no eMRTD application is no identity card. */
  static void selectApplication(Powered power) throws LinkException, MalformedException, Stop {
    try {
      power.files().selectApplication();
    } catch (ChipFiles.Refused no) {
      throw new Stop(new ChipFault.NotIdentityCard(), no);
    }
  }

  private PACEKeySpec mrzPaceKey() {
    try {
      return PACEKeySpec.createMRZKey(bacKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-1 is missing", e);
    }
  }

  private BACKey bacKey() {
    AccessKeys.MrzKey key = keys.mrz().orElseThrow();
    return new BACKey(key.documentNumber(), SIX.format(key.birth()), SIX.format(key.expiry()));
  }
}
