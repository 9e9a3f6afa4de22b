package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
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
  private static final int CLOSED = 0x6982;

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

  private final KeyRing keys;

  ChipDoor(KeyRing keys) {
    this.keys = keys;
  }

  /** What fits both the chip and the keys that it has not refused, best first. */
  List<Try> tries(Powered power) throws LinkException, MalformedException, Stop {
    List<CardAccess.Offer> offers = cardAccess(power).map(CardAccess::offers).orElse(List.of());
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
  private static Optional<CardAccess> cardAccess(Powered power)
      throws LinkException, MalformedException, Stop {
    ChipFiles files = power.files();
    try {
      Optional<byte[]> file = files.read(EF_CARD_ACCESS, 0x31, 2048);
      if (file.isEmpty()) {
        files.selectMasterFile();
        file = files.read(EF_CARD_ACCESS, 0x31, 2048);
      }
      return file.isEmpty() ? Optional.empty() : Optional.of(CardAccess.parse(file.get()));
    } catch (MalformedException wrong) {
      // A bank card may keep something else under that file id: then it lacks our application too.
      opensBeforePace(power);
      throw wrong;
    } catch (ChipFiles.Refused none) {
      return Optional.empty();
    }
  }

  /** Whether the key that this needs has not been refused. */
  boolean hasKeyFor(Try one) {
    return switch (one.way()) {
      case PACE_CAN -> keys.can().isPresent();
      case PACE_MRZ, BAC -> keys.mrz().isPresent();
      case PLAIN -> true;
    };
  }

  /** Opens the chip; afterwards its eMRTD application is selected. */
  Opened open(Powered power, Try one) throws LinkException, MalformedException, Stop {
    Opened opened =
        switch (one.way()) {
          case PACE_CAN ->
              pace(
                  power,
                  KeyRing.Kind.CAN,
                  PACEKeySpec.createCANKey(keys.can().orElseThrow()),
                  one.offer());
          case PACE_MRZ -> pace(power, KeyRing.Kind.MRZ, mrzPaceKey(), one.offer());
          case BAC -> bac(power);
          case PLAIN -> plain(power);
        };
    if (opened == Opened.YES) {
      switch (one.way()) {
        case PACE_CAN, PACE_MRZ -> AccessAnswers.token(power.link());
        case BAC -> AccessAnswers.mutual(bacKey(), power.link());
        case PLAIN -> {
          // Nobody proved anything.
        }
      }
    }
    LOG.debug("opening by {}: {}", one.way().label(), opened);
    return opened;
  }

  private Opened pace(
      Powered power, KeyRing.Kind kind, PACEKeySpec key, Optional<CardAccess.Offer> offered)
      throws LinkException, MalformedException, Stop {
    try {
      power.pace(key, offered.orElseThrow());
    } catch (CardServiceException | RuntimeException failed) {
      return paceFailure(power.link(), kind, failed);
    }
    selectApplication(power);
    return Opened.YES;
  }

  /**
   * A wrong password shows only in the last step, where the chip refuses our token (ICAO 9303-11
   * §4.4.3.4); a refusal before that says that it does not do PACE this way.
   */
  private Opened paceFailure(Link link, KeyRing.Kind kind, Exception failed)
      throws LinkException, MalformedException {
    link.throwIfBroken();
    byte[] command = link.lastCommand();
    boolean lastStep = command.length > 7 && command[1] == (byte) 0x86 && command[7] == (byte) 0x85;
    if (lastStep) {
      return refused(link, kind, failed);
    }
    if (saysNo(link.lastStatus())) {
      return Opened.UNSUPPORTED;
    }
    throw new MalformedException("PACE got an answer that fits no rule", failed);
  }

  /** A wrong key, if the card still lies there and said so itself. */
  private Opened refused(Link link, KeyRing.Kind kind, Exception failed)
      throws LinkException, MalformedException {
    if (!KeyRing.isRefusal(link.lastStatus())) {
      throw new MalformedException("the last step got an answer that fits no rule", failed);
    }
    link.throwUnlessIntact();
    keys.refused(kind, link.lastStatus());
    return Opened.WRONG_KEY;
  }

  private Opened bac(Powered power) throws LinkException, MalformedException, Stop {
    if (!opensBeforePace(power)) {
      return Opened.UNSUPPORTED;
    }
    try {
      power.bac(bacKey());
    } catch (CardServiceException | RuntimeException failed) {
      Link link = power.link();
      link.throwIfBroken();
      byte[] command = link.lastCommand();
      if (command.length > 1 && command[1] == (byte) 0x82) {
        return refused(link, KeyRing.Kind.MRZ, failed);
      }
      if (saysNo(link.lastStatus())) {
        return Opened.UNSUPPORTED;
      }
      throw new MalformedException("BAC got an answer that fits no rule", failed);
    }
    return Opened.YES;
  }

  private static Opened plain(Powered power) throws LinkException, MalformedException, Stop {
    if (!opensBeforePace(power)) {
      return Opened.UNSUPPORTED;
    }
    try {
      DataGroup zone = DataGroup.ZONE;
      return power.files().read(zone.id(), zone.tag(), zone.cap()).isPresent()
          ? Opened.YES
          : Opened.UNSUPPORTED;
    } catch (ChipFiles.Refused closed) {
      return Opened.UNSUPPORTED;
    }
  }

  private static boolean saysNo(int status) {
    int sw1 = status >> 8;
    return sw1 >= 0x62 && sw1 <= 0x6F;
  }

  /**
   * Selects the application of a chip that may do so without PACE.
   *
   * @return false if it is there and closed: such a chip knows PACE alone
   */
  private static boolean opensBeforePace(Powered power)
      throws LinkException, MalformedException, Stop {
    try {
      power.files().selectApplication();
      return true;
    } catch (ChipFiles.Refused no) {
      if (no.status() == CLOSED) {
        return false;
      }
      throw new Stop(new ChipFault.NotIdentityCard(), no);
    }
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
