package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.ScreenCheck;

/**
 * Looks at one page after the other while a test walks through them: at each, everything that must
 * be true of every screen, as it stands and in {@code also}.
 *
 * @param name begins the names of the pictures
 * @param worn how the test walks
 * @param also how each page is looked at as well, before the test goes on
 */
record ScreenLook(
    FxRobot robot,
    CitizenWindow window,
    String name,
    Dressing worn,
    List<Dressing> also,
    SoftAssertions found) {

  ScreenLook {
    also = List.copyOf(also);
  }

  /** What {@code -Dmotcua.dressings=regex} leaves of all dressings, for looking at a few. */
  static List<Dressing> asked() {
    String wanted = System.getProperty("motcua.dressings", ".*");
    return Dressing.all().stream().filter(each -> each.toString().matches(wanted)).toList();
  }

  /** A page that has room on one screen. */
  void at(String what, String id) {
    look(what, id, _ -> true);
  }

  /** A page that may be longer than a screen: a list. */
  void atList(String what, String id) {
    look(what, id, _ -> false);
  }

  /** A page that has room on one screen in Vietnamese; English says the same at more length. */
  void atShort(String what, String id) {
    look(what, id, dressing -> dressing.language().equals("vi"));
  }

  private void look(String what, String id, Predicate<Dressing> whole) {
    robot.awaitId(id);
    see(worn, what, whole.test(worn));
    for (Dressing other : also) {
      other.wear(robot, window);
      robot.awaitId(id);
      see(other, what, whole.test(other));
    }
    if (!also.isEmpty()) {
      worn.wear(robot, window);
      robot.awaitId(id);
    }
  }

  private void see(Dressing dressing, String what, boolean whole) {
    String title = name + "-" + what + "-" + dressing;
    FxRobot.runFx(window.model()::touched); // looking takes longer than a visitor may rest
    robot.picture(title);
    ScreenCheck.check(robot, title, found);
    found.assertThat(ScreenCheck.crowded(robot)).as("%s: too close", title).isEmpty();
    found.assertThat(ScreenCheck.smallWords(robot)).as("%s: words too small", title).isEmpty();
    found.assertThat(ScreenCheck.outside(robot)).as("%s: beside the screen", title).isEmpty();
    if (whole && dressing.roomy()) {
      found
          .assertThat(robot.nodes(node -> "more".equals(node.getId())))
          .as("%s: goes on below", title)
          .isEmpty();
    }
  }
}
