package vn.motcua.kiosk.ui.kit.keyboard;

/** Takes what is pressed, on the screen or on a keyboard of metal. */
public interface Keys {
  /** A letter, digit or sign; what it means depends on how the person types. */
  void key(char key);

  /** Exactly these letters. */
  void write(String letters);

  /** One of the five tones, for the last word. */
  void tone(ToneMark tone);

  /** The last letter goes. */
  void erase();

  /** The last word stands as it was pressed. */
  void literalWord();

  /** Another way of typing is chosen. */
  void manner(Manner manner);

  /** The text is whole. */
  void enter();
}
