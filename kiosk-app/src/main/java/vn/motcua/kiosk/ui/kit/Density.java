package vn.motcua.kiosk.ui.kit;

import java.util.Locale;

/** How close things stand. */
public enum Density {
  /** For fingers and tired eyes: text from 24 px, touch targets from 76 px. */
  TERMINAL(24),
  /** For keyboard and mouse: text from 13 px. */
  COUNTER(14);

  private final double em;

  Density(double em) {
    this.em = em;
  }

  /** The root font size at text size ×1, in logical pixels; must agree with kit.css. */
  public double em() {
    return em;
  }

  String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
