package vn.motcua.kiosk.ui.kit;

import java.util.Locale;

/** Reads sentences aloud, if this machine can. */
public interface Voice extends AutoCloseable {
  /** Whether it can speak that language. */
  boolean speaks(Locale language);

  /**
   * Says {@code sentence}, after stopping what it says now. Returns at once.
   *
   * @param ended called once when it ends or is stopped, on any thread
   */
  void say(String sentence, Locale language, Runnable ended);

  /** Stops speaking. */
  void hush();

  @Override
  void close();

  /** A machine without a voice. */
  static Voice none() {
    return new Voice() {
      @Override
      public boolean speaks(Locale language) {
        return false;
      }

      @Override
      public void say(String sentence, Locale language, Runnable ended) {
        ended.run();
      }

      @Override
      public void hush() {}

      @Override
      public void close() {}
    };
  }
}
