package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.util.Set;

/** The recordings of a language pack. */
public interface Clips {
  /** A pack without recordings. */
  Clips NONE =
      new Clips() {
        @Override
        public Set<String> names() {
          return Set.of();
        }

        @Override
        public Sound read(String name) throws IOException {
          throw new IOException("no recordings");
        }
      };

  /** What is recorded. */
  Set<String> names();

  /**
   * One recording.
   *
   * @throws IOException if it is not there or cannot be understood
   */
  Sound read(String name) throws IOException;
}
