package vn.motcua.kiosk.ui.kit;

/**
 * What a machine lets people hear. Calls return at once and never fail; whatever sounds is also
 * said on the screen.
 */
public interface Sounds {
  /** "I have it": a code or a card was read. */
  void accepted();

  /** "Not this one": a code was refused. */
  void refused();
}
