package vn.motcua.kiosk.desk;

/** What a draft says of a person, in the order of the form. */
public enum DraftField {
  /** Twelve digits. */
  NUMBER,
  /** In full. */
  NAME,
  /** {@code 12/03/1991}. */
  BIRTH,
  /** {@code F} or {@code M}. */
  SEX,
  /** Residence. */
  ADDRESS,
  /** Telephone. */
  PHONE
}
