package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A program that reads any words. */
public interface SpeechEngine {
  /** Whether it has a voice for that language. Returns at once. */
  boolean speaks(Locale language);

  /**
   * The words as sound; may take a second.
   *
   * @throws IOException if the program does not do it
   */
  Sound render(String words, Locale language) throws IOException;

  /** A machine that reads nothing. */
  static SpeechEngine none() {
    return new SpeechEngine() {
      @Override
      public boolean speaks(Locale language) {
        return false;
      }

      @Override
      public Sound render(String words, Locale language) throws IOException {
        throw new IOException("no engine");
      }
    };
  }

  /** That of this machine: espeak-ng where it is installed, on Windows the system's own. */
  static SpeechEngine ofThisMachine() {
    Optional<SpeechEngine> espeak = EspeakEngine.find().map(engine -> engine);
    return espeak.or(() -> SapiEngine.find().map(engine -> engine)).orElseGet(SpeechEngine::none);
  }
}
