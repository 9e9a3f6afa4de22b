package vn.motcua.kiosk.speech;

import java.util.Locale;
import java.util.Optional;

/**
 * What is being said, for those who do not hear it.
 *
 * @param words the sentence, in the language of the screen
 * @param said the language that it is spoken in
 * @param placeholder whether a machine's voice stands in for a person's
 * @param silent why nothing is heard; empty if something is
 */
public record Caption(String words, Locale said, boolean placeholder, Optional<VoiceFault> silent) {
  /** Never the words: they may tell of a person. */
  @Override
  public String toString() {
    return "Caption[" + said + "]";
  }
}
