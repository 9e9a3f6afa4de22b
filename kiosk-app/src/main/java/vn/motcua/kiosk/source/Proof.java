package vn.motcua.kiosk.source;

import java.util.Locale;

/** What a citizen may type beside the code, if the other system tells us what it should be. */
public enum Proof {
  /** The lookup secret or PIN that the other system printed; at least four characters. */
  SECRET,
  /** The last six digits of the owner's citizen number. */
  NUMBER6,
  /** The last six digits of the owner's telephone. */
  PHONE6;

  /** As it stands in a mapping: {@code secret}, {@code number6}, {@code phone6}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
