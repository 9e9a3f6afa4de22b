package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;

/** The bar below every page: read aloud, larger, clearer, lower, call staff. */
final class CitizenBar {
  /** Its buttons, from left to right. */
  static final List<String> TOOLS =
      List.of("bar-read", "bar-size", "bar-clear", "bar-lower", "bar-call");

  private CitizenBar() {}

  /**
   * The bar as it is now.
   *
   * @param called whether staff have been called
   * @param landscape whether the screen is wider than high
   */
  static Region of(Ground ground, ReadingAloud reading, boolean called, boolean landscape) {
    Button read = tool(ground, "bar-read", Icon.SPEAKER, "bar.read", reading::toggle);
    Button size =
        tool(
            ground,
            "bar-size",
            Icon.LETTERS,
            "bar.size",
            () -> ground.look().textSize().set(ground.look().textSize().get().next()));
    Button clear =
        tool(
            ground,
            "bar-clear",
            Icon.CONTRAST,
            "bar.clear",
            () -> ground.look().clear().set(!ground.look().clear().get()));
    Button lower =
        tool(
            ground,
            "bar-lower",
            Icon.LOWER,
            "bar.lower",
            () -> ground.look().lowered().set(!ground.look().lowered().get()));
    Button call =
        tool(
            ground,
            "bar-call",
            Icon.PERSON,
            called ? "bar.called" : "bar.call",
            ground.model()::callStaff);
    call.getStyleClass().add("call");
    mark(size, ground.look().textSize().get().factor() > 1);
    mark(clear, ground.look().clear().get());
    mark(lower, ground.look().lowered().get());
    mark(call, called);
    mark(read, reading.on());
    Button[] tools = {read, size, clear, lower, call};
    Region row = Split.even(16, 0, tools);
    VBox bar = new VBox(row);
    bar.getStyleClass().add("bar");
    if (landscape) {
      bar.getStyleClass().add("flat");
      for (Button tool : tools) {
        tool.setContentDisplay(ContentDisplay.LEFT);
      }
    }
    return bar;
  }

  private static void mark(Button button, boolean on) {
    if (on) {
      button.getStyleClass().add("on");
    }
  }

  private static Button tool(Ground ground, String id, Icon icon, String key, Runnable action) {
    return Buttons.tool(
        id,
        icon,
        ground.say(key),
        () -> {
          ground.model().touched();
          action.run();
        });
  }
}
