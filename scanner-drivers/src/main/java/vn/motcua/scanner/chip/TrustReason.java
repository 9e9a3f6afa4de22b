package vn.motcua.scanner.chip;

/**
 * Why a chip is proven as far as it is and no further, or what is worth knowing about it.
 *
 * @param kind what it is about
 * @param group number of the data group, or 0 if it is about none
 */
public record TrustReason(Kind kind, int group) {
  /** What a reason does to the verdict. */
  public enum Weight {
    /** It decides the outcome. */
    DECIDES,
    /** The card contradicts itself: never better than {@link Trust#SIGNED_UNKNOWN_ISSUER}. */
    CONTRADICTS,
    /** A disagreement or a fact that people should see; the outcome stays. */
    NOTE
  }

  /** The closed list; {@code scanner-drivers/docs/chip.md} has a line for each. */
  public enum Kind {
    NO_SOD(Weight.DECIDES),
    SOD_UNREADABLE(Weight.DECIDES),
    DIGEST_UNKNOWN(Weight.DECIDES),
    NO_SIGNER_CERTIFICATE(Weight.DECIDES),
    SIGNATURE_UNREADABLE(Weight.DECIDES),
    /** The hash of a data group is another than the signed one. */
    HASH(Weight.DECIDES),
    /** A data group that was read stands in no signed hash. */
    NOT_SIGNED(Weight.DECIDES),
    SIGNATURE_WRONG(Weight.DECIDES),
    CHIP_PROOF_WRONG(Weight.DECIDES),
    NO_ANCHOR(Weight.DECIDES),
    ISSUER_UNKNOWN(Weight.DECIDES),
    /** The anchor belongs to another state than the one that the card names (ICAO 9303-12 §7.1). */
    ISSUER_OF_ANOTHER_STATE(Weight.DECIDES),
    ANCHOR_EXPIRED(Weight.DECIDES),
    ANCHOR_REVOKED(Weight.DECIDES),
    SIGNER_EXPIRED(Weight.DECIDES),
    SIGNER_REVOKED(Weight.DECIDES),
    SIGNER_NOT_FOR_DOCUMENTS(Weight.DECIDES),
    /** The signer claims to have signed at a time that has not come yet. */
    SIGNED_IN_FUTURE(Weight.DECIDES),
    DIGEST_WEAK(Weight.DECIDES),
    NO_CHIP_PROOF(Weight.DECIDES),
    CHIP_PROOF_REFUSED(Weight.DECIDES),
    /** DG1 and DG13 name two numbers. */
    NUMBER_MISMATCH(Weight.CONTRADICTS),
    BIRTH_MISMATCH(Weight.CONTRADICTS),
    MRZ_CHECK_DIGIT(Weight.CONTRADICTS),
    /** A field of the machine readable zone has characters that its place does not allow. */
    MRZ_FIELD(Weight.CONTRADICTS),
    /** EF.SOD signs a data group that EF.COM does not list. */
    NOT_LISTED(Weight.CONTRADICTS),
    /** EF.COM lists a data group that EF.SOD does not sign. */
    LISTED_NOT_SIGNED(Weight.CONTRADICTS),
    COM_UNREADABLE(Weight.CONTRADICTS),
    /** A data group that the chip says it has, that the purpose needs, and that it did not give. */
    NOT_GIVEN(Weight.CONTRADICTS),
    /** Signed, but what it says about the chip's keys breaks the rules (ICAO 9303-10 §4.7.14). */
    BROKEN(Weight.CONTRADICTS),
    SEX_MISMATCH(Weight.NOTE),
    EXPIRY_MISMATCH(Weight.NOTE),
    /** The document number is not made of the last nine digits of the number. */
    DOCUMENT_NUMBER_MISMATCH(Weight.NOTE),
    /** The six digits that opened the card are not the last six of its number. */
    CAN_MISMATCH(Weight.NOTE),
    /** The fourth digit of the number says another sex (NĐ 137/2015/NĐ-CP Điều 13). */
    NUMBER_SEX(Weight.NOTE),
    /** The fourth digit of the number says another century. */
    NUMBER_CENTURY(Weight.NOTE),
    /** The fifth and sixth digit of the number say another year. */
    NUMBER_YEAR(Weight.NOTE),
    BIRTH_INCOMPLETE(Weight.NOTE),
    /** The card is past its date of expiry. */
    CARD_EXPIRED(Weight.NOTE),
    /** The chip has no EF.COM. */
    NO_COM(Weight.NOTE),
    /** A data group whose content breaks its rules; nothing was taken from it. */
    UNREADABLE(Weight.NOTE),
    /** The chip gives its data to anybody, without PACE or BAC. */
    NO_ACCESS_CONTROL(Weight.NOTE),
    /** The anchor was not installed by a state but learnt here, from cards of the staff. */
    ANCHOR_ENROLLED(Weight.NOTE),
    /** The signer was valid when it signed and is not any more. */
    SIGNER_EXPIRED_SINCE(Weight.NOTE),
    /** The installed revocation list of the issuer is older than it may be. */
    CRL_OUT_OF_DATE(Weight.NOTE),
    /** The chip holds the private key of its data, whoever signed them. */
    CHIP_PROVEN(Weight.NOTE);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    /** What it does to the verdict. */
    public Weight weight() {
      return weight;
    }
  }

  /** A reason that is about no data group. */
  public static TrustReason of(Kind kind) {
    return new TrustReason(kind, 0);
  }

  /** The stable code: {@code NO_ANCHOR}, or with a data group {@code DG13_HASH}. */
  public String code() {
    return group == 0 ? kind.name() : "DG" + group + "_" + kind.name();
  }

  /** Whether it is of this kind. */
  public boolean is(Kind other) {
    return kind == other;
  }

  @Override
  public String toString() {
    return code();
  }
}
