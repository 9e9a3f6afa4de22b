package vn.motcua.kiosk.dossier;

/** Who does something to a dossier. */
public enum Role {
  /** The person whose affair it is, or who acts for them. */
  CITIZEN,
  /** Who receives and returns at the counter. */
  COUNTER,
  /** Who examines it in the unit that decides. */
  EXAMINER,
  /** Who approves. */
  LEADER,
  /** Who signs and seals for the authority. */
  CLERK,
  /** Another agency that does a part of it. */
  PARTNER
}
