package vn.motcua.kiosk.speech;

import java.io.IOException;

/** Where recordings come from. */
@FunctionalInterface
public interface Microphone {
  /** A microphone that is open. */
  interface Open extends AutoCloseable {
    /** Samples a second. */
    int rate();

    /**
     * Waits for more.
     *
     * @return how many samples were put into {@code buffer}; negative if no more will come
     */
    int read(short[] buffer) throws IOException;

    @Override
    void close();
  }

  /**
   * Opens it.
   *
   * @throws IOException if there is none, or another program has it
   */
  Open open() throws IOException;
}
