package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * A person in front of a real window: finds things by id or words, touches them with real pointer
 * events, waits for what it sees. It waits on pulses, never by sleeping.
 */
public final class FxRobot implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path SCREENS = Path.of("target", "screens");

  private final Stage stage;

  private FxRobot(Stage stage) {
    this.stage = stage;
  }

  /** Opens a window without a frame at the upper left corner; {@code fill} puts a scene on it. */
  public static FxRobot open(double width, double height, Consumer<Stage> fill) {
    FxToolkit.start();
    Stage stage =
        onFx(() -> {
          Stage made = new Stage(StageStyle.UNDECORATED);
          made.setX(0);
          made.setY(0);
          made.setWidth(width);
          made.setHeight(height);
          fill.accept(made);
          made.show();
          return made;
        });
    FxRobot robot = new FxRobot(stage);
    robot.await(
        "window laid out",
        () -> stage.getScene().getWidth() == width && stage.getScene().getHeight() == height);
    robot.pulses(2);
    return robot;
  }

  /** In front of a window that somebody else opened. */
  public static FxRobot before(Stage stage) {
    FxRobot robot = new FxRobot(stage);
    robot.pulses(2);
    return robot;
  }

  /** Runs {@code work} on the JavaFX thread and waits for what it gives. */
  public static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the JavaFX thread does not answer", e);
    }
  }

  /** Runs {@code work} on the JavaFX thread and waits for its end. */
  public static void runFx(Runnable work) {
    onFx(() -> {
      work.run();
      return true;
    });
  }

  /** The window. */
  public Stage stage() {
    return stage;
  }

  /** What is in the window. */
  public Scene scene() {
    return stage.getScene();
  }

  /** Waits until {@code met}, looked at on every pulse of the JavaFX thread. */
  public void await(String what, BooleanSupplier met) {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    AnimationTimer[] timer = new AnimationTimer[1];
    runFx(() -> {
      timer[0] =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              try {
                if (met.getAsBoolean()) {
                  seen.complete(true);
                }
              } catch (Throwable e) {
                seen.completeExceptionally(e);
              }
              if (seen.isDone()) {
                stop();
              }
            }
          };
      timer[0].start();
    });
    try {
      seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      runFx(timer[0]::stop);
      throw new AssertionError("waited in vain for: " + what + "; on the screen: " + words(), e);
    } catch (ExecutionException e) {
      throw new AssertionError(what, e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Lets {@code count} pulses pass, so that what was set is laid out and drawn. */
  public void pulses(int count) {
    int[] left = {count};
    await(count + " pulses", () -> left[0]-- <= 0);
  }

  /** Waits until a node with that id can be seen. */
  public Node awaitId(String id) {
    await("#" + id, () -> find(id).isPresent());
    pulses(1);
    return node(id);
  }

  /** Waits until {@code words} stand somewhere on the screen. */
  public void awaitText(String words) {
    await("“" + words + "”", () -> shows(words));
    pulses(1);
  }

  /** Whether {@code words} can be read on the screen; on the JavaFX thread or not. */
  public boolean shows(String words) {
    return words().stream().anyMatch(line -> line.contains(words));
  }

  /** Every line of text that can be seen. */
  public List<String> words() {
    return here(() -> {
      List<String> lines = new ArrayList<>();
      for (Node node : nodes()) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
          lines.add(labeled.getText());
        } else if (node instanceof Text text
            && !(node.getParent() instanceof Labeled)
            && text.getText() != null) {
          lines.add(text.getText());
        }
      }
      return lines;
    });
  }

  /** The node with that id. */
  public Node node(String id) {
    return here(() -> find(id)).orElseThrow(() -> new AssertionError("no #" + id + ": " + words()));
  }

  private Optional<Node> find(String id) {
    return nodes().stream()
        .filter(node -> id.equals(node.getId()) || id.equals("dossier-" + node.getUserData()))
        .findFirst();
  }

  /** All nodes that can be seen. */
  public List<Node> nodes() {
    return here(() -> {
      List<Node> found = new ArrayList<>();
      collect(scene().getRoot(), found);
      return found;
    });
  }

  /** All nodes that can be seen and meet {@code condition}. */
  public List<Node> nodes(Predicate<Node> condition) {
    return nodes().stream().filter(condition).toList();
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    found.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** Touches the middle of the node with that id, scrolling to it as a person would. */
  public void click(String id) {
    Node node = awaitId(id);
    reveal(node);
    clickAt(node);
  }

  /** Presses the button with that id whatever lies over it, as a key would; it must be enabled. */
  public void fire(String id) {
    await(
        "#" + id + " can be pressed",
        () -> find(id).filter(node -> !node.isDisabled()).isPresent());
    runFx(() -> ((ButtonBase) node(id)).fire());
    pulses(2);
  }

  /** Touches the middle of {@code node} with the pointer of the system. */
  public void clickAt(Node node) {
    runFx(() -> {
      Bounds bounds = node.localToScreen(node.getBoundsInLocal());
      Robot robot = new Robot();
      robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
      robot.mousePress(MouseButton.PRIMARY);
      robot.mouseRelease(MouseButton.PRIMARY);
    });
    pulses(2);
  }

  /** Presses and releases a key with the keyboard of the system. */
  public void press(KeyCode key) {
    runFx(() -> {
      stage.requestFocus();
      Robot robot = new Robot();
      robot.keyPress(key);
      robot.keyRelease(key);
    });
    pulses(2);
  }

  /** The same with the shift key held down. */
  public void pressShift(KeyCode key) {
    runFx(() -> {
      stage.requestFocus();
      Robot robot = new Robot();
      robot.keyPress(KeyCode.SHIFT);
      robot.keyPress(key);
      robot.keyRelease(key);
      robot.keyRelease(KeyCode.SHIFT);
    });
    pulses(2);
  }

  /** Types {@code text} as fast as a barcode reader does, on an American keyboard. */
  public void typeFast(String text) {
    runFx(() -> {
      stage.requestFocus();
      Robot robot = new Robot();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        KeyCode key = keyOf(c);
        boolean shift = Character.isUpperCase(c) || c == '|';
        if (shift) {
          robot.keyPress(KeyCode.SHIFT);
        }
        robot.keyPress(key);
        robot.keyRelease(key);
        if (shift) {
          robot.keyRelease(KeyCode.SHIFT);
        }
      }
    });
    pulses(2);
  }

  private static KeyCode keyOf(char c) {
    return switch (c) {
      case '|' -> KeyCode.BACK_SLASH;
      case '-' -> KeyCode.MINUS;
      case '.' -> KeyCode.PERIOD;
      case '\n' -> KeyCode.ENTER;
      default -> KeyCode.getKeyCode(String.valueOf(c).toUpperCase(Locale.ROOT));
    };
  }

  /** Scrolls {@code node} into view if it stands in something that scrolls. */
  public void reveal(Node node) {
    runFx(() -> {
      for (Parent up = node.getParent(); up != null; up = up.getParent()) {
        if (up instanceof ScrollPane pane && pane.getContent() != null) {
          Bounds inside =
              pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
          double room =
              pane.getContent().getBoundsInLocal().getHeight()
                  - pane.getViewportBounds().getHeight();
          if (room > 0) {
            double want = inside.getCenterY() - pane.getViewportBounds().getHeight() / 2;
            pane.setVvalue(Math.max(0, Math.min(1, want / room)));
          }
        }
      }
    });
    pulses(2);
  }

  /**
   * Lets the window be drawn, and with {@code -Dmotcua.screens} leaves a picture of it under {@code
   * target/screens} for people to look at: packing some three hundred of them took longer than all
   * that is checked on them.
   */
  public void picture(String name) {
    pulses(2);
    if (System.getProperty("motcua.screens") == null) {
      return;
    }
    BufferedImage image = onFx(() -> Pictures.of(scene()));
    try {
      Pictures.write(image, SCREENS.resolve(name + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails if any words on the screen are cut short, or stand outside of what carries them. */
  public void assertNothingCutOff() {
    assertThat(here(this::cutOff)).as("words that are cut off").isEmpty();
  }

  private List<String> cutOff() {
    List<String> cut = new ArrayList<>();
    for (Node node : nodes()) {
      if (!(node instanceof Labeled labeled) || labeled.getText() == null) {
        continue;
      }
      // The skin draws a shortened copy when the room does not do.
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text drawn && !drawn.equals(labeled.getGraphic())) {
          String shown = drawn.getText().replace("\n", "");
          if (!shown.equals(labeled.getText().replace("\n", ""))) {
            cut.add(labeled.getText() + " → " + shown);
          }
          brokenWord(drawn).ifPresent(word -> cut.add("“" + word + "” is broken in two: " + shown));
          Bounds text = drawn.getBoundsInParent();
          if (text.getMaxY() > labeled.getHeight() + 1.5
              || text.getMaxX() > labeled.getWidth() + 1.5) {
            cut.add(labeled.getText() + " stands out of its place");
          }
        }
      }
      Bounds scene = labeled.localToScene(labeled.getBoundsInLocal());
      if (scene.getMaxX() > scene().getWidth() + 1 || scene.getMinX() < -1) {
        cut.add(labeled.getText() + " stands beside the screen");
      }
    }
    return cut;
  }

  /** A word that goes on in the next line. */
  private static Optional<String> brokenWord(Text drawn) {
    String text = drawn.getText();
    double line = drawn.getFont().getSize() * 1.9;
    Matcher words = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+").matcher(text);
    while (words.find()) {
      double top = Double.MAX_VALUE;
      double bottom = -Double.MAX_VALUE;
      for (PathElement element : drawn.rangeShape(words.start(), words.end())) {
        double y =
            switch (element) {
              case MoveTo move -> move.getY();
              case LineTo to -> to.getY();
              default -> top;
            };
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      if (bottom - top > line) {
        return Optional.of(words.group());
      }
    }
    return Optional.empty();
  }

  /**
   * Fails if something to touch is smaller than {@code pixels} on a screen of the design's size.
   */
  public void assertTouchTargets(double pixels) {
    List<String> small =
        here(() ->
            nodes(node -> node.getStyleClass().contains("touch")).stream()
                .map(Node::getLayoutBounds)
                .filter(b -> b.getWidth() < pixels || b.getHeight() < pixels)
                .map(b -> b.getWidth() + "×" + b.getHeight())
                .toList());
    assertThat(small).as("targets smaller than %s px", pixels).isEmpty();
  }

  private static <T> T here(Supplier<T> work) {
    return Platform.isFxApplicationThread() ? work.get() : onFx(work::get);
  }

  @Override
  public void close() {
    runFx(stage::close);
  }
}
