package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import vn.motcua.kiosk.ui.kit.Pictures;

/**
 * A hand and an eye in front of one window: presses what it sees with real mouse events, waits for
 * what should appear, takes pictures. For use off the JavaFX thread.
 */
final class Hand {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PRESS = Duration.ofSeconds(10);
  private static final int PRESSES = 5;

  private final Stage stage;

  Hand(Stage stage) {
    this.stage = stage;
  }

  /** Something that should have appeared did not. */
  static final class NotSeen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    NotSeen(String what) {
      super("waited in vain for " + what);
      this.what = what;
    }

    /** What was looked for. */
    String what() {
      return what;
    }
  }

  Stage stage() {
    return stage;
  }

  /** Waits until a node with that id can be seen. */
  void see(String id) throws InterruptedException {
    await("#" + id, scene -> find(scene, id).isPresent());
  }

  /** Waits until no node with that id can be seen. */
  void seeNoMore(String id) throws InterruptedException {
    await("#" + id + " to go", scene -> find(scene, id).isEmpty());
  }

  /** Waits until {@code text} stands somewhere on the screen. */
  void read(String text) throws InterruptedException {
    await("“" + text + "”", scene -> words(scene.getRoot(), text).isPresent());
  }

  /** All words under the node with that id, from top to bottom. */
  String wordsOf(String id) throws InterruptedException {
    see(id);
    return onScreen(() -> {
      StringBuilder all = new StringBuilder();
      collect(found(id), all);
      return all.toString().strip();
    });
  }

  /** Waits for the node with that id and presses it. */
  void press(String id) throws InterruptedException {
    pressed("#" + id, scene -> find(scene, id));
  }

  /** Waits for the words and presses them. */
  void pressWords(String text) throws InterruptedException {
    pressed("“" + text + "”", scene -> words(scene.getRoot(), text));
  }

  /** Writes {@code text} into the field with that id, in place of what stands there. */
  void write(String id, String text) throws InterruptedException {
    see(id);
    onScreen(() -> {
      ((TextInputControl) found(id)).setText(text);
      return true;
    });
  }

  /** Takes a picture of the window. */
  void picture(Path file) throws InterruptedException {
    // Some frames: to lay out what just changed, to have it drawn, to let a short motion end.
    int[] frames = {0};
    await("frames", _ -> ++frames[0] > 12);
    var picture = onScreen(() -> Pictures.of(stage.getScene()));
    try {
      Pictures.write(picture, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until {@code seen} holds, asked after every frame. */
  void await(String what, Predicate<Scene> seen) throws InterruptedException {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            try {
              if (seen.test(stage.getScene())) {
                result.complete(true);
              }
            } catch (RuntimeException e) {
              result.completeExceptionally(e);
            }
          }
        };
    Platform.runLater(timer::start);
    try {
      get(result, what);
    } finally {
      Platform.runLater(timer::stop);
    }
  }

  /** Presses until the press has arrived: a window may be moved or covered at that moment. */
  private void pressed(String what, Function<Scene, Optional<Node>> look)
      throws InterruptedException {
    for (int tries = 1; !arrives(what, look); tries++) {
      if (tries == PRESSES) {
        throw new NotSeen(what + " to take a press");
      }
    }
    // Out of the way, so that no picture shows a look of being touched.
    onScreen(() -> {
      new Robot().mouseMove(stage.getX() + stage.getWidth() / 2, stage.getY() + 2);
      return true;
    });
  }

  private boolean arrives(String what, Function<Scene, Optional<Node>> look)
      throws InterruptedException {
    await(what + " to be ready", scene -> look.apply(scene).filter(Hand::ready).isPresent());
    // Two steps, because the window must have come to the front before the mouse is moved.
    onScreen(() -> {
      stage.toFront();
      stage.requestFocus();
      return true;
    });
    int[] frames = {0};
    await("frames", _ -> ++frames[0] > 2);
    CompletableFuture<Boolean> arrived = new CompletableFuture<>();
    Scene scene = stage.getScene();
    // Whatever stands there when the press comes: a window may have drawn the same button anew.
    EventHandler<MouseEvent> watch =
        press -> {
          if (look.apply(scene).filter(node -> isIn(press.getTarget(), node)).isPresent()) {
            arrived.complete(true);
          }
        };
    onScreen(() -> {
      Node node = look.apply(scene).orElseThrow(() -> new NotSeen(what));
      scene.addEventFilter(MouseEvent.MOUSE_PRESSED, watch);
      Bounds bounds = node.localToScreen(node.getLayoutBounds());
      Robot robot = new Robot();
      robot.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
      robot.mousePress(MouseButton.PRIMARY);
      robot.mouseRelease(MouseButton.PRIMARY);
      return true;
    });
    try {
      return arrived.get(PRESS.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      onScreen(() -> {
        scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, watch);
        return true;
      });
    }
  }

  private static boolean isIn(EventTarget target, Node node) {
    for (Node at = target instanceof Node touched ? touched : null;
        at != null;
        at = at.getParent()) {
      if (at.equals(node)) {
        return true;
      }
    }
    return false;
  }

  private Node found(String id) {
    return find(stage.getScene(), id).orElseThrow(() -> new NotSeen("#" + id));
  }

  private static <T> T onScreen(Supplier<T> work) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    return get(result, "the screen to answer");
  }

  private static <T> T get(CompletableFuture<T> result, String what) throws InterruptedException {
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new NotSeen(what);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean ready(Node node) {
    return !node.isDisabled() && node.getLayoutBounds().getWidth() > 0;
  }

  private static Optional<Node> find(Scene scene, String id) {
    return scene.getRoot().lookupAll("#" + id).stream().filter(Hand::visible).findFirst();
  }

  private static boolean visible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Node> words(Node node, String text) {
    if (!node.isVisible()) {
      return Optional.empty();
    }
    if (said(node).contains(text)) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = words(child, text);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static void collect(Node node, StringBuilder all) {
    if (!node.isVisible()) {
      return;
    }
    String said = said(node);
    if (!said.isEmpty()) {
      all.append(said).append('\n');
      return;
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  private static String said(Node node) {
    return switch (node) {
      case Labeled label when label.getText() != null -> label.getText();
      case Text text -> text.getText();
      default -> "";
    };
  }
}
