package vn.motcua.kiosk.ui.kit;

import java.time.Duration;
import javafx.scene.input.Clipboard;

/**
 * What a person leaves in the memory of this process after everything that belongs to us has let go
 * of it: the clipboard, and garbage that nobody has collected yet. {@link #wipe} leaves none of it,
 * so that the next person, and whoever looks into the memory of the machine at rest, finds nothing.
 */
public final class Traces {
  /** So long the screen may take to let go of what it showed. */
  private static final Duration DRAWN = Duration.ofMillis(250);

  /**
   * JavaFX keeps so many characters of texts laid out, whoever's they are, until they are
   * displaced.
   */
  private static final String KEPT_TEXTS = "prism.cacheLayoutSize";

  private final Background background;
  private final Timers timers;
  private int wipes;

  /**
   * @param timers of the screen
   */
  public Traces(Background background, Timers timers) {
    this.background = background;
    this.timers = timers;
  }

  /**
   * Forbids JavaFX to keep texts that it has laid out: nothing takes a single one out again. Before
   * the toolkit starts; afterwards it is without effect.
   */
  public static void forbidKeptTexts() {
    System.setProperty(KEPT_TEXTS, "0");
  }

  /**
   * Wipes, once the screen shows something else. On the JavaFX thread; the collection itself runs
   * beside it and stops every thread of the process for some 100 ms.
   */
  public void wipe() {
    wipes++;
    int mine = wipes;
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!clipboard.getContentTypes().isEmpty()) {
      clipboard.clear();
    }
    timers.after(
        DRAWN,
        () -> {
          if (mine == wipes) {
            background.run(
                () -> {
                  System.gc();
                  return true;
                },
                _ -> {},
                _ -> {});
          }
        });
  }
}
