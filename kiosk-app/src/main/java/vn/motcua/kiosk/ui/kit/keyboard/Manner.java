package vn.motcua.kiosk.ui.kit.keyboard;

/**
 * How a person types.
 *
 * @param method what the keys mean
 * @param style where the tone stands
 */
public record Manner(TypingMethod method, ToneStyle style) {
  /** What most people know. */
  public static final Manner USUAL = new Manner(TypingMethod.TELEX, ToneStyle.FIRST);

  /** The same with another method. */
  public Manner method(TypingMethod other) {
    return new Manner(other, style);
  }

  /** The same with the tone elsewhere. */
  public Manner style(ToneStyle other) {
    return new Manner(method, other);
  }
}
