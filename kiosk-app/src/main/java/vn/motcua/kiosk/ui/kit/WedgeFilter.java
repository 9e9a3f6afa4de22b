package vn.motcua.kiosk.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;
import vn.motcua.scanner.barcode.wedge.WedgeDecision;
import vn.motcua.scanner.barcode.wedge.WedgeDecoder;
import vn.motcua.scanner.barcode.wedge.WedgeKey;
import vn.motcua.scanner.barcode.wedge.WedgeTiming;

/**
 * Lets a barcode reader that types like a keyboard be a barcode reader: sees every key of a window
 * and of the dialogs and lists over it before anybody else, takes what was typed faster than a
 * person can, and leaves the rest alone.
 */
public final class WedgeFilter {
  private final Scene scene;
  private final WedgeBarcodeReader reader;
  private final WedgeDecoder<KeyEvent> decoder = new WedgeDecoder<>(WedgeTiming.DEFAULT);
  private final EventHandler<KeyEvent> filter = this::see;
  private final AnimationTimer flush =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (decoder.waiting()) {
            act(decoder.flush(System.nanoTime()));
          } else {
            stop();
          }
        }
      };
  private final ListChangeListener<Window> windows = this::opened;
  private boolean replaying;

  /** What a pop-up let through a moment ago: the window below it sees the same once more. */
  private Optional<Stroke> passed = Optional.empty();

  private record Stroke(EventType<KeyEvent> type, KeyCode code, String text) {
    static Stroke of(KeyEvent event) {
      return new Stroke(event.getEventType(), event.getCode(), event.getCharacter());
    }
  }

  private WedgeFilter(Scene scene, WedgeBarcodeReader reader) {
    this.scene = scene;
    this.reader = reader;
  }

  /**
   * Gives what is typed into {@code scene} by a reader to {@code reader}. On the JavaFX thread.
   *
   * @return ends it when run
   */
  public static Runnable install(Scene scene, WedgeBarcodeReader reader) {
    WedgeFilter filter = new WedgeFilter(scene, reader);
    scene.addEventFilter(KeyEvent.ANY, filter.filter);
    Window.getWindows().addListener(filter.windows);
    Window.getWindows().forEach(filter::watch);
    return filter::remove;
  }

  private void remove() {
    flush.stop();
    Window.getWindows().removeListener(windows);
    scene.removeEventFilter(KeyEvent.ANY, filter);
    Window.getWindows().stream()
        .filter(this::standsOnOurs)
        .forEach(window -> window.getScene().removeEventFilter(KeyEvent.ANY, filter));
  }

  private void opened(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
  }

  /** Dialogs and lists that open over the window have scenes of their own. */
  private void watch(Window window) {
    if (standsOnOurs(window)) {
      window.getScene().removeEventFilter(KeyEvent.ANY, filter); // one is shown again and again
      window.getScene().addEventFilter(KeyEvent.ANY, filter);
    }
  }

  private boolean standsOnOurs(Window window) {
    Window below = owner(window);
    while (below != null) {
      if (below == scene.getWindow()) {
        return window.getScene() != null;
      }
      below = owner(below);
    }
    return false;
  }

  private static @Nullable Window owner(Window window) {
    return switch (window) {
      case Stage stage -> stage.getOwner();
      case PopupWindow popup -> popup.getOwnerWindow();
      default -> null;
    };
  }

  private void see(KeyEvent event) {
    if (replaying || seenBefore(event)) {
      return;
    }
    long now = System.nanoTime();
    WedgeDecision<KeyEvent> decision;
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      decision = decoder.pressed(event, event.getCode(), kind(event), now);
    } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
      decision = decoder.typed(event, event.getCharacter(), now);
    } else {
      decision = decoder.released(event, event.getCode(), now);
    }
    if (decision.consume()) {
      event.consume();
    }
    act(decision);
    if (decoder.waiting()) {
      flush.start();
    }
  }

  /** A pop-up is shown every key of the window below it, and that window afterwards too. */
  private boolean seenBefore(KeyEvent event) {
    Optional<Stroke> now = Optional.of(Stroke.of(event));
    boolean inPopup =
        event.getSource() instanceof Scene at && at.getWindow() instanceof PopupWindow;
    if (inPopup) {
      passed = now;
      return false;
    }
    boolean same = passed.equals(now);
    passed = Optional.empty();
    return same;
  }

  private void act(WedgeDecision<KeyEvent> decision) {
    replay(decision.replay());
    decision.scan().ifPresent(reader::scanned);
  }

  private void replay(List<KeyEvent> events) {
    replaying = true;
    try {
      for (KeyEvent event : events) {
        Event.fireEvent(event.getTarget(), event.copyFor(event.getSource(), event.getTarget()));
      }
    } finally {
      replaying = false;
    }
  }

  private static WedgeKey kind(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return WedgeKey.OTHER;
    }
    return switch (code) {
      case ENTER, TAB -> WedgeKey.END;
      case SHIFT, CAPS, ALT_GRAPH, NUM_LOCK -> WedgeKey.MODIFIER;
      case SPACE, UNDEFINED -> WedgeKey.TEXT; // letters outside of ASCII have no code
      case BACK_SPACE, DELETE, ESCAPE, INSERT, CONTROL, ALT, META, WINDOWS, COMMAND, CONTEXT_MENU ->
          WedgeKey.OTHER;
      default ->
          code.isFunctionKey() || code.isNavigationKey() || code.isArrowKey() || code.isMediaKey()
              ? WedgeKey.OTHER
              : WedgeKey.TEXT;
    };
  }
}
