package vn.motcua.kiosk.ui.kit.keyboard;

/**
 * Which keys a person has turned to: letters, digits or more, large or small. It outlives the
 * keyboard that shows them, because letters that grow and a language that changes make a new one.
 * It knows nothing of what was typed.
 */
public final class KeysShown {
  private Object place = "";
  private Layout.Side side = Layout.Side.LETTERS;
  private boolean capital;

  /**
   * Somebody types at {@code where}: small letters if that is another place than before.
   *
   * @return whether it is another place
   */
  public boolean at(Object where) {
    boolean other = !where.equals(place);
    if (other) {
      forget();
      place = where;
    }
    return other;
  }

  /** Whoever comes next begins with small letters. */
  public void forget() {
    place = "";
    side = Layout.Side.LETTERS;
    capital = false;
  }

  Layout.Side side() {
    return side;
  }

  void side(Layout.Side now) {
    side = now;
  }

  boolean capital() {
    return capital;
  }

  void capital(boolean now) {
    capital = now;
  }
}
