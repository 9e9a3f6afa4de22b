package vn.motcua.kiosk.dossier;

/** Why a scanned page does not belong into a dossier. */
public enum RemovalReason {
  /** Nothing is on it. */
  BLANK,
  /** It only parts two papers. */
  SEPARATOR,
  /** It is there twice. */
  TWICE,
  /** It is not of this dossier, or cannot be used. */
  WRONG,
  /** Another picture of the same page took its place. */
  REPLACED
}
