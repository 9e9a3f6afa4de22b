package vn.motcua.kiosk.dossier;

/** Where the original papers are. */
public enum Originals {
  /** No original was handed in. */
  NONE,
  /** The centre keeps them. */
  HELD,
  /** They were given back. */
  GIVEN_BACK
}
