package vn.motcua.kiosk.speech;

/** A part of a composed sentence. */
public sealed interface Piece {
  /** A recording of that name. */
  record Recording(String clip) implements Piece {}

  /** Nothing, for so many milliseconds. */
  record Silence(int milliseconds) implements Piece {}
}
