package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.scanner.chip.Trust;

/** What somebody can show at a terminal to see a dossier. */
public enum Proof {
  /** A chip that is proven: signed by the issuer, and no copy. */
  CHIP_VERIFIED,
  /** The data are the issuer's; the chip may be a copy of the owner's. */
  CHIP_ISSUER_VERIFIED,
  /** Consistent, but whoever made the card may have signed it. */
  CHIP_UNKNOWN_ISSUER,
  /** A chip that proves nothing. */
  CHIP_UNPROVEN,
  /** A chip whose proofs are wrong. */
  CHIP_FORGED,
  /** Only the square code printed on a card: anybody can have photographed it. */
  CARD_CODE,
  /** A receipt: the dossier's code with its secret. */
  RECEIPT,
  /** An officer compared the card with the person. */
  OFFICER;

  /** What a card proves of the person that it names. */
  public static Proof of(Citizen citizen) {
    if (citizen.trust().filter(verdict -> verdict.trust() == Trust.FORGED).isPresent()) {
      return CHIP_FORGED;
    }
    if (citizen.trust().isEmpty() || citizen.number().source() != FieldSource.CHIP) {
      return CARD_CODE;
    }
    return switch (citizen.trust().get().trust()) {
      case VERIFIED -> CHIP_VERIFIED;
      case ISSUER_VERIFIED -> CHIP_ISSUER_VERIFIED;
      case SIGNED_UNKNOWN_ISSUER -> CHIP_UNKNOWN_ISSUER;
      case NOT_VERIFIABLE -> CHIP_UNPROVEN;
      case FORGED -> CHIP_FORGED;
    };
  }
}
