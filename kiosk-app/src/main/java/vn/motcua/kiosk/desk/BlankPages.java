package vn.motcua.kiosk.desk;

/** What becomes of pages without anything on them. */
public enum BlankPages {
  /** They stay like any other page. */
  KEEP,
  /** They are proposed for removal; an officer decides. */
  PROPOSE
}
