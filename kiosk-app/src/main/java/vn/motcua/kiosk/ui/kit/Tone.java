package vn.motcua.kiosk.ui.kit;

import java.util.Locale;

/** The meaning of a tinted surface. A tone never stands alone: words and an icon say the same. */
public enum Tone {
  /** The next step, information. */
  BRAND,
  /** Done, ready. */
  OK,
  /** Something is waited for. */
  WAIT,
  /** Late, failed. */
  BAD,
  /** Neither. */
  MUTED;

  /** The style class that carries the colours of this tone. */
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
