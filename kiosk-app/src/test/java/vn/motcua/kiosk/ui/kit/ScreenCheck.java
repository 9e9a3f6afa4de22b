package vn.motcua.kiosk.ui.kit;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.assertj.core.api.SoftAssertions;

/**
 * What must be true of every screen of the terminal, whoever made it: nothing cut off, nothing too
 * small to touch, and words that can be told from their ground, computed from the pixels that were
 * drawn (WCAG 2.2, 1.4.6: 7:1, large text 4.5:1).
 */
public final class ScreenCheck {
  /** 20 mm at 96 dots an inch. */
  public static final double TOUCH = 76;

  /** Between two things to touch, in pixels. */
  private static final double APART = 8;

  /** The smallest letters, in pixels. */
  private static final double LETTERS = 24;

  private static final double NORMAL_TEXT = 7;
  private static final double LARGE_TEXT = 4.5;

  /**
   * Large text in pixels, stricter than WCAG's 18 points (24 pixels): the terminal is read from an
   * arm's length.
   */
  private static final double LARGE = 32;

  /** The same for bold text: stricter than 14 points (18.7 pixels). */
  private static final double LARGE_BOLD = 24;

  private ScreenCheck() {}

  /** Everything at once; each thing that is wrong is one line in {@code found}. */
  public static void check(FxRobot robot, String name, SoftAssertions found) {
    robot.pulses(2);
    found.check(robot::assertNothingCutOff);
    found.check(() -> robot.assertTouchTargets(TOUCH));
    found.assertThat(paleWords(robot)).as("%s: words too pale", name).isEmpty();
  }

  /** Words whose pixels do not stand out enough from those around them. */
  public static List<String> paleWords(FxRobot robot) {
    return FxRobot.onFx(() -> {
      BufferedImage picture = Pictures.of(robot.scene());
      double scale = picture.getWidth() / robot.scene().getWidth();
      List<String> pale = new ArrayList<>();
      for (Node node : robot.nodes()) {
        if (node instanceof Text text && !text.getText().isBlank() && isWhole(text)) {
          double contrast = contrast(picture, scale, text);
          double wanted = wanted(text);
          if (contrast < wanted) {
            pale.add(
                String.format(
                    Locale.ROOT,
                    "“%s” %.2f:1 instead of %.1f:1",
                    text.getText(),
                    contrast,
                    wanted));
          }
        }
      }
      return pale;
    });
  }

  private static double wanted(Text text) {
    double size = text.getFont().getSize();
    boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
    boolean large = size >= LARGE || (bold && size >= LARGE_BOLD);
    return large ? LARGE_TEXT : NORMAL_TEXT;
  }

  /** Scrolled out of sight, under a sheet, or at rest for a reason: not to be read now. */
  private static boolean isWhole(Text text) {
    Bounds place = text.localToScene(text.getLayoutBounds());
    for (Node at = text; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        Bounds seen = pane.localToScene(pane.getLayoutBounds());
        if (place.getMinY() < seen.getMinY() || place.getMaxY() > seen.getMaxY()) {
          return false;
        }
      }
      if (at.isDisabled() || at.getOpacity() < 1) {
        return false;
      }
    }
    return place.getMinX() >= 0
        && place.getMinY() >= 0
        && place.getMaxX() <= text.getScene().getWidth()
        && place.getMaxY() <= text.getScene().getHeight()
        && !isCovered(text);
  }

  private static boolean isCovered(Node node) {
    Parent root = node.getScene().getRoot();
    return root.lookupAll(".veil").stream()
        .filter(Node::isVisible)
        .anyMatch(veil -> !isIn(node, veil));
  }

  private static boolean isIn(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The ground is the colour that most pixels around the letters have; the ink is the one that
   * stands out most from it and that several pixels have, for the edges of letters are blends.
   */
  private static double contrast(BufferedImage picture, double scale, Text text) {
    Bounds place = text.localToScene(text.getLayoutBounds());
    int x = (int) Math.max(0, place.getMinX() * scale);
    int y = (int) Math.max(0, place.getMinY() * scale);
    int width = (int) Math.min(picture.getWidth() - x, Math.ceil(place.getWidth() * scale));
    int height = (int) Math.min(picture.getHeight() - y, Math.ceil(place.getHeight() * scale));
    Map<Integer, Integer> colours = new HashMap<>();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        colours.merge(picture.getRGB(x + column, y + row) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    int ground =
        colours.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int enough = Math.max(2, width * height / 2000);
    return colours.entrySet().stream()
        .filter(colour -> colour.getValue() >= enough)
        .mapToDouble(colour -> contrast(colour.getKey(), ground))
        .max()
        .orElse(1);
  }

  /** WCAG's contrast of two colours, 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int value) {
    double v = (value & 255) / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  /** Pairs of things to touch that stand less than 8 pixels apart, or over one another. */
  public static List<String> crowded(FxRobot robot) {
    return FxRobot.onFx(() -> {
      List<Node> all = touchable(robot).stream().filter(node -> !isCovered(node)).toList();
      List<String> close = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          Bounds one = seen(all.get(i));
          Bounds other = seen(all.get(j));
          if (one.getHeight() < 1 || other.getHeight() < 1 || isIn(all.get(j), all.get(i))) {
            continue;
          }
          double across =
              Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
          double down = Math.max(one.getMinY() - other.getMaxY(), other.getMinY() - one.getMaxY());
          if (Math.max(across, down) < APART * scale(robot) - 0.5) {
            close.add(all.get(i).getId() + " – " + all.get(j).getId());
          }
        }
      }
      return close;
    });
  }

  /** Words in letters under 24 pixels, or smaller on a screen that is smaller as a whole. */
  public static List<String> smallWords(FxRobot robot) {
    return FxRobot.onFx(() ->
        robot.nodes().stream()
            .filter(node -> node instanceof Text text && !text.getText().isBlank())
            .map(Text.class::cast)
            .filter(text -> text.getFont().getSize() < LETTERS - 0.01)
            .map(text -> text.getText() + " " + text.getFont().getSize())
            .toList());
  }

  /** Things to touch that stand beside or below the screen and cannot be scrolled to. */
  public static List<String> outside(FxRobot robot) {
    return FxRobot.onFx(() ->
        touchable(robot).stream()
            .filter(node -> {
              Bounds seen = seen(node);
              return !scrolls(node)
                  && (seen.getMinX() < -1
                      || seen.getMinY() < -1
                      || seen.getMaxX() > robot.scene().getWidth() + 1
                      || seen.getMaxY() > robot.scene().getHeight() + 1);
            })
            .map(node -> node.getId() + " " + seen(node))
            .toList());
  }

  /** Whether {@code node} stands on the screen as a whole, without anything being scrolled. */
  public static boolean isSeenWhole(Node node) {
    Bounds all = node.localToScene(node.getLayoutBounds());
    return all.getHeight() > 0
        && seen(node).getHeight() > all.getHeight() - 1
        && all.getMinY() > -1
        && all.getMaxY() < node.getScene().getHeight() + 1;
  }

  private static boolean scrolls(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane) {
        return true;
      }
    }
    return false;
  }

  /** Where {@code node} is seen: what a scrolled list hides of it does not count. */
  private static Bounds seen(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        Bounds view = pane.localToScene(pane.getLayoutBounds());
        double top = Math.max(place.getMinY(), view.getMinY());
        double bottom = Math.min(place.getMaxY(), view.getMaxY());
        double height = Math.max(0, bottom - top);
        place = new BoundingBox(place.getMinX(), top, place.getWidth(), height);
      }
    }
    return place;
  }

  private static double scale(FxRobot robot) {
    return Math.min(1, Math.min(robot.scene().getWidth(), robot.scene().getHeight()) / 1080);
  }

  /** Everything on the screen that takes a touch: buttons of every kind. */
  public static List<Node> touchable(FxRobot robot) {
    return robot.nodes(node ->
        node.getStyleClass().contains("touch")
            && !node.isDisabled()
            && node.getLayoutBounds().getWidth() > 0);
  }
}
