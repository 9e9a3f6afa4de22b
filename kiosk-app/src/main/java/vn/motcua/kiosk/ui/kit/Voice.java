package vn.motcua.kiosk.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.motcua.kiosk.speech.Caption;
import vn.motcua.kiosk.speech.Speaker;
import vn.motcua.kiosk.speech.Volume;

/** Reads sentences aloud, if this machine can. */
public interface Voice extends AutoCloseable {
  /** What the citizen can change of it. */
  interface Controls {
    /** How loud it is. */
    Volume volume();

    /** Changes how loud it is. */
    void volume(Volume next);

    /** Whether it speaks only to those who use headphones. */
    boolean headphonesOnly();

    /** Somebody uses headphones, or no longer. */
    void headphones(boolean used);

    /** Back to how the machine is set, for the next citizen. */
    void reset();
  }

  /** Whether it can speak that language. */
  boolean speaks(Locale language);

  /**
   * Says {@code sentence}, after stopping what it says now. Returns at once.
   *
   * @param ended called once when it ends or is stopped, on any thread
   */
  void say(String sentence, Locale language, Runnable ended);

  /**
   * Says {@code lines}, after stopping what it says now. Returns at once.
   *
   * @param now told each sentence before it is heard, on any thread
   * @param ended called once when all is said or it is stopped, on any thread
   */
  default void read(
      List<Speaker.Line> lines, Locale language, Consumer<Caption> now, Runnable ended) {
    String all = lines.stream().map(line -> line.said().words()).collect(Collectors.joining(" "));
    now.accept(new Caption(all, language, false, Optional.empty()));
    say(all, language, ended);
  }

  /** What can be changed of it; empty if nothing can. */
  default Optional<Controls> controls() {
    return Optional.empty();
  }

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
