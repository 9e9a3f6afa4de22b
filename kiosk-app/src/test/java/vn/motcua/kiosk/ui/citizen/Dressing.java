package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;

/** How the terminal may stand before somebody: which way up, in which language, how large. */
record Dressing(
    int width, int height, String language, TextSize size, boolean clear, boolean lowered) {

  /** As it stands when nobody has touched it. */
  static final Dressing USUAL = new Dressing(1080, 1920, "vi", TextSize.NORMAL, false, false);

  /** The same on its side. */
  static final Dressing WIDE = new Dressing(1920, 1080, "vi", TextSize.NORMAL, false, false);

  /** Both ways up × both languages × three sizes × clear or not × lowered or not. */
  static List<Dressing> all() {
    List<Dressing> all = new ArrayList<>();
    for (boolean wide : new boolean[] {false, true}) {
      for (String language : List.of("vi", "en")) {
        for (TextSize size : TextSize.values()) {
          for (boolean clear : new boolean[] {false, true}) {
            for (boolean lowered : new boolean[] {false, true}) {
              all.add(
                  new Dressing(
                      wide ? 1920 : 1080, wide ? 1080 : 1920, language, size, clear, lowered));
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** Puts it on, the window included, and waits until it is laid out. */
  void wear(FxRobot robot, CitizenWindow window) {
    FxRobot.runFx(() -> {
      robot.stage().setWidth(width);
      robot.stage().setHeight(height);
      window.texts().language().set(Locale.of(language));
      window.look().textSize().set(size);
      window.look().clear().set(clear);
      window.look().lowered().set(lowered);
    });
    robot.await(
        "window laid out",
        () -> robot.scene().getWidth() == width && robot.scene().getHeight() == height);
    robot.pulses(2);
  }

  /** Whether everything has room on one screen: the usual letters, the whole height. */
  boolean roomy() {
    return size == TextSize.NORMAL && !lowered;
  }

  @Override
  public String toString() {
    return width
        + "x"
        + height
        + "-"
        + language
        + "-"
        + size.name().toLowerCase(Locale.ROOT)
        + (clear ? "-clear" : "")
        + (lowered ? "-low" : "");
  }
}
