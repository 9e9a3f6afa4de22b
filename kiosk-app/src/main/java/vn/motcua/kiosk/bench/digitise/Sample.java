package vn.motcua.kiosk.bench.digitise;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.bench.made.MadeWord;

/**
 * A page picture that both work on.
 *
 * @param picture the file
 * @param truth what stands on it; empty if nobody knows
 * @param words where the words stand on the straight sheet; none if nobody knows
 * @param kind a word for pages of its kind
 * @param size which goal its bytes are held against
 */
record Sample(Path picture, Optional<String> truth, List<MadeWord> words, String kind, Size size) {
  /** How large a page may become. */
  enum Size {
    /** Text only. */
    TEXT,
    /** Text and a coloured stamp or pen. */
    STAMPED,
    /** A photograph, or nothing to read: no goal. */
    OTHER
  }

  /** Whether its text is known and not empty. */
  boolean scored() {
    return truth.isPresent() && !truth.get().isBlank();
  }
}
