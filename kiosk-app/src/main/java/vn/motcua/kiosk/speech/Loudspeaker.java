package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/** Where sounds are heard. */
@FunctionalInterface
public interface Loudspeaker {
  /**
   * Plays {@code sound} and returns when it was heard.
   *
   * @param volume 0 to 1, asked again and again while it plays
   * @param on false = stop now; asked again and again
   * @throws IOException if there is nothing to play on
   */
  void play(Sound sound, DoubleSupplier volume, BooleanSupplier on) throws IOException;
}
