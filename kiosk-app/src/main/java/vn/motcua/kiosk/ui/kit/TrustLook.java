package vn.motcua.kiosk.ui.kit;

import vn.motcua.scanner.chip.Anchor;
import vn.motcua.scanner.chip.TrustReason;
import vn.motcua.scanner.chip.TrustVerdict;

/**
 * The kinds of verdict that people must be able to tell apart at a glance, each with a tone and an
 * icon of its own. They are finer than {@link vn.motcua.scanner.chip.Trust}: an issuer that was
 * learnt from the staff's cards never looks like one that a state vouches for, and a card that
 * contradicts itself never like one whose issuer is merely not known here.
 */
public enum TrustLook {
  /** Signed below an installed certificate of a state, and the chip is the original. */
  OFFICIAL(Tone.OK, Icon.CHECK),
  /** The same below a key that was learnt here from cards of the staff. */
  STAFF(Tone.BRAND, Icon.HOME),
  /** Signed below a state's certificate; the chip may be a copy. */
  OFFICIAL_UNPROVEN(Tone.BRAND, Icon.PAPER),
  /** Signed below a key that was learnt here; the chip may be a copy. */
  STAFF_UNPROVEN(Tone.BRAND, Icon.PERSON),
  /** Signed by somebody for whom nobody here vouches. */
  UNKNOWN_ISSUER(Tone.WAIT, Icon.SHIELD),
  /** Signed, but the card says different things in different places. */
  CONTRADICTORY(Tone.WAIT, Icon.NOTE),
  /** Nothing that could be checked. */
  UNVERIFIABLE(Tone.MUTED, Icon.INFO),
  /** A hash, a signature or the chip's answer is wrong. */
  FORGED(Tone.BAD, Icon.WARNING);

  private final Tone tone;
  private final Icon icon;

  TrustLook(Tone tone, Icon icon) {
    this.tone = tone;
    this.icon = icon;
  }

  /** How that verdict is to look. */
  public static TrustLook of(TrustVerdict verdict) {
    return switch (verdict) {
      case TrustVerdict.Verified(Anchor.Official _, _) -> OFFICIAL;
      case TrustVerdict.Verified(Anchor.Enrolled _, _) -> STAFF;
      case TrustVerdict.IssuerVerified(Anchor.Official _, _) -> OFFICIAL_UNPROVEN;
      case TrustVerdict.IssuerVerified(Anchor.Enrolled _, _) -> STAFF_UNPROVEN;
      case TrustVerdict.SignedUnknownIssuer signed ->
          contradicts(signed) ? CONTRADICTORY : UNKNOWN_ISSUER;
      case TrustVerdict.NotVerifiable _ -> UNVERIFIABLE;
      case TrustVerdict.Forged _ -> FORGED;
    };
  }

  /** Its tone. */
  public Tone tone() {
    return tone;
  }

  /** Its icon, which no other has. */
  public Icon icon() {
    return icon;
  }

  /** Whether the data are those that the issuer signed. */
  public boolean authentic() {
    return switch (this) {
      case OFFICIAL, STAFF, OFFICIAL_UNPROVEN, STAFF_UNPROVEN -> true;
      case UNKNOWN_ISSUER, CONTRADICTORY, UNVERIFIABLE, FORGED -> false;
    };
  }

  private static boolean contradicts(TrustVerdict verdict) {
    return verdict.reasons().stream()
        .anyMatch(reason -> reason.kind().weight() == TrustReason.Weight.CONTRADICTS);
  }
}
