package vn.motcua.kiosk.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a screen by keys alone, as on a terminal with a mandatory keypad:
 *
 * <ul>
 *   <li>Tab and Shift+Tab: the next and the one before, from top to bottom
 *   <li>arrows, also of a number pad: the nearest in that direction, else the next or the one
 *       before
 *   <li>Enter or Space: press; Esc: one step back
 *   <li>F1 … F5: the tools of the bar, from left to right
 *   <li>F9: what only staff know
 *   <li>digits, letters, dot, hyphen, Backspace: into what is being typed, if anything is
 * </ul>
 *
 * <p>What the keys are on wears a {@link FocusRing}; a touch takes the ring away until the next
 * key. While a sheet lies over the screen, the keys reach only what is on it.
 */
public final class KeyboardUse {
  /** What keys do beside moving and pressing. */
  public interface Keys {
    /** A character was typed. */
    void typed(char character);

    /** The last typed character goes. */
    void erase();

    /** One step back. */
    void back();

    /** F9: what only staff know. */
    void staff();
  }

  private static final Map<KeyCode, Integer> TOOLS =
      Map.of(KeyCode.F1, 0, KeyCode.F2, 1, KeyCode.F3, 2, KeyCode.F4, 3, KeyCode.F5, 4);

  /** Not in that direction at all. */
  private static final double NONE = Double.MAX_VALUE;

  private final Scene scene;
  private final Keys keys;
  private final List<String> tools;
  private final FocusRing ring = new FocusRing();
  private boolean byKeys;
  private String lastId = "";

  private KeyboardUse(Scene scene, Keys keys, List<String> tools) {
    this.scene = scene;
    this.keys = keys;
    this.tools = List.copyOf(tools);
  }

  /**
   * Lets keys work in {@code scene}. After a {@link WedgeFilter}, if there is one, so that what a
   * barcode reader types is not taken for keys.
   *
   * @param tools ids of the buttons of F1, F2 …
   */
  public static void install(Scene scene, Viewport viewport, Keys keys, List<String> tools) {
    KeyboardUse use = new KeyboardUse(scene, keys, tools);
    viewport.over(use.ring);
    // Of the same, widest type as the filter before: else this one would be asked first.
    scene.addEventFilter(KeyEvent.ANY, use::key);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> use.touched());
    scene.addPostLayoutPulseListener(use::follow);
  }

  private void touched() {
    byKeys = false;
    ring.around(null);
  }

  private void key(KeyEvent event) {
    // Others on the same scene are asked even after one has taken the key.
    if (event.isConsumed()) {
      return;
    }
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
      typed(event);
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      event.consume();
      return;
    }
    boolean writing = scene.getFocusOwner() instanceof TextInputControl;
    Integer tool = TOOLS.get(event.getCode());
    if (tool != null) {
      event.consume();
      byKeys = true;
      if (tool < tools.size()) {
        lastId = tools.get(tool);
        press(scene.getRoot().lookup("#" + lastId));
      }
      return;
    }
    switch (event.getCode()) {
      case TAB -> move(event, () -> step(event.isShiftDown() ? -1 : 1));
      case RIGHT, DOWN, LEFT, UP, KP_RIGHT, KP_DOWN, KP_LEFT, KP_UP -> {
        if (!writing) {
          move(event, () -> direct(arrow(event.getCode())));
        }
      }
      case ENTER -> move(event, () -> press(scene.getFocusOwner()));
      case SPACE -> {
        if (!writing) {
          move(event, () -> press(scene.getFocusOwner()));
        }
      }
      case F9 -> {
        event.consume();
        keys.staff();
      }
      case ESCAPE -> move(event, keys::back);
      case BACK_SPACE -> {
        if (!writing) {
          move(event, keys::erase);
        }
      }
      case CONTEXT_MENU, WINDOWS, F10 -> event.consume();
      default -> {}
    }
  }

  /** A number pad on which Num Lock is off sends arrows of its own. */
  private static KeyCode arrow(KeyCode code) {
    return switch (code) {
      case KP_RIGHT -> KeyCode.RIGHT;
      case KP_DOWN -> KeyCode.DOWN;
      case KP_LEFT -> KeyCode.LEFT;
      case KP_UP -> KeyCode.UP;
      default -> code;
    };
  }

  /** The first key only shows where one is: nobody should press what he has not seen. */
  private void move(KeyEvent event, Runnable action) {
    event.consume();
    boolean known = byKeys && isReachable(scene.getFocusOwner());
    byKeys = true;
    boolean needsPlace = event.getCode() != KeyCode.ESCAPE && event.getCode() != KeyCode.BACK_SPACE;
    if (known || !needsPlace) {
      action.run();
    } else {
      first();
    }
  }

  private void typed(KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl || event.getCharacter().length() != 1) {
      return;
    }
    char c = event.getCharacter().charAt(0);
    if (c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '-') {
      keys.typed(Character.toUpperCase(c));
    }
  }

  // ---- where the keys are ----

  /** After every layout: the ring follows, and a new page gets its first place. */
  private void follow() {
    if (!byKeys) {
      return;
    }
    if (!isReachable(scene.getFocusOwner())) {
      first();
    }
    ring.around(scene.getFocusOwner());
  }

  /** The place with the same name as before the page was drawn anew, else the first of the page. */
  private void first() {
    List<Node> all = reachable();
    all.stream()
        .filter(node -> lastId.equals(node.getId()))
        .findFirst()
        .or(() -> all.stream().filter(KeyboardUse::isOnPage).findFirst())
        .or(() -> all.stream().findFirst())
        .ifPresent(this::focus);
  }

  private static boolean isOnPage(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("bar")) {
        return false;
      }
    }
    return true;
  }

  private boolean isReachable(@Nullable Node node) {
    return node != null && reachable().contains(node);
  }

  /** Everything that can be pressed now, in reading order. */
  private List<Node> reachable() {
    List<Node> found = new ArrayList<>();
    Optional<Node> sheet =
        scene.getRoot().lookupAll(".veil").stream().filter(Node::isVisible).findFirst();
    collect(sheet.orElseGet(scene::getRoot), found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private void step(int by) {
    List<Node> all = reachable();
    int at = all.indexOf(scene.getFocusOwner());
    if (!all.isEmpty()) {
      focus(all.get(Math.floorMod(at + by, all.size())));
    }
  }

  private void direct(KeyCode arrow) {
    Node from = Objects.requireNonNull(scene.getFocusOwner());
    Bounds here = from.localToScene(from.getLayoutBounds());
    Node best = null;
    double least = Double.MAX_VALUE;
    for (Node node : reachable()) {
      Bounds there = node.localToScene(node.getLayoutBounds());
      double way = distance(here, there, arrow);
      if (!node.equals(from) && way < least) {
        least = way;
        best = node;
      }
    }
    if (best == null) {
      step(arrow == KeyCode.RIGHT || arrow == KeyCode.DOWN ? 1 : -1);
    } else {
      focus(best);
    }
  }

  /** How far it is in that direction; aside counts twice. Infinite if it is not there at all. */
  private static double distance(Bounds from, Bounds to, KeyCode arrow) {
    double across = to.getCenterX() - from.getCenterX();
    double down = to.getCenterY() - from.getCenterY();
    double overlapX = gap(from.getMinX(), from.getMaxX(), to.getMinX(), to.getMaxX());
    double overlapY = gap(from.getMinY(), from.getMaxY(), to.getMinY(), to.getMaxY());
    return switch (arrow) {
      case RIGHT -> across > 1 && to.getMinX() >= from.getCenterX() ? across + 2 * overlapY : NONE;
      case LEFT -> across < -1 && to.getMaxX() <= from.getCenterX() ? -across + 2 * overlapY : NONE;
      case DOWN -> down > 1 && to.getMinY() >= from.getCenterY() ? down + 2 * overlapX : NONE;
      default -> down < -1 && to.getMaxY() <= from.getCenterY() ? -down + 2 * overlapX : NONE;
    };
  }

  /** The free room between two stretches; 0 if they overlap. */
  private static double gap(double min, double max, double otherMin, double otherMax) {
    return Math.max(0, Math.max(otherMin - max, min - otherMax));
  }

  private void focus(Node node) {
    node.requestFocus();
    lastId = Objects.requireNonNullElse(node.getId(), "");
    reveal(node);
    ring.around(node);
  }

  /** Scrolls to it. */
  private static void reveal(Node node) {
    for (Parent up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ScrollPane pane && pane.getContent() != null) {
        Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double room = pane.getContent().getLayoutBounds().getHeight() - seen;
        double top = pane.getVvalue() * room;
        double margin = FocusRing.THICK;
        if (room > 0 && inside.getMaxY() + margin > top + seen) {
          pane.setVvalue(Math.min(1, (inside.getMaxY() + margin - seen) / room));
        }
        if (room > 0 && inside.getMinY() - margin < pane.getVvalue() * room) {
          pane.setVvalue(Math.max(0, (inside.getMinY() - margin) / room));
        }
      }
    }
  }

  private static void press(@Nullable Node node) {
    if (node instanceof ButtonBase button && !button.isDisabled()) {
      button.fire();
    } else if (node instanceof TouchPanel panel && !panel.isDisabled()) {
      panel.press();
    }
  }
}
